package dev.bengal.cli.terminal;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * Where words and results go, and the variables that the command reads.
 *
 * @param out for results
 * @param err for words
 * @param isErrTerminal whether somebody looks at {@code err} as it is written
 * @param screen what {@code out} is shown on
 */
public record Surface(
        PrintWriter out, PrintWriter err, Map<String, String> variables, boolean isErrTerminal, Screen screen) {
    /** Set by the launcher where stdout is a terminal, which Java cannot tell in every version. */
    private static final String TERMINAL = "bengal.terminal";

    /** How wide the terminal is, set by the launcher for commands that draw. */
    private static final String COLUMNS = "bengal.columns";

    /** The same for stderr. */
    private static final String ERR_TERMINAL = "bengal.terminal.err";

    /** One whose results go to no terminal. */
    public Surface(PrintWriter out, PrintWriter err, Map<String, String> variables, boolean isErrTerminal) {
        this(out, err, variables, isErrTerminal, Screen.NONE);
    }

    public Surface {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        Objects.requireNonNull(screen, "screen");
        variables = Map.copyOf(variables);
    }

    /** The streams of this process: UTF-8, but plain ASCII on a terminal that does not show it. */
    public static Surface ofThisProcess() {
        return new Surface(
                writer(FileDescriptor.out, TERMINAL),
                writer(FileDescriptor.err, ERR_TERMINAL),
                System.getenv(),
                Boolean.getBoolean(ERR_TERMINAL),
                new Screen(Boolean.getBoolean(TERMINAL), showsUnicode(), Integer.getInteger(COLUMNS, 0)));
    }

    private static PrintWriter writer(FileDescriptor descriptor, String terminal) {
        PrintWriter writer = new PrintWriter(
                new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), 1 << 16),
                true);
        return !Boolean.getBoolean(terminal) || showsUnicode()
                ? writer
                : new PrintWriter(new AsciiWriter(writer), true);
    }

    private static boolean showsUnicode() {
        String encoding = System.getProperty("native.encoding", "UTF-8");
        return Charset.isSupported(encoding)
                && Charset.forName(encoding).newEncoder().canEncode('→');
    }

    /** The command as the user typed it, so that what a sentence recommends can be typed too. */
    public String command() {
        return System.getProperty("bengal.command", "bengal");
    }

    /**
     * How wide results may be: what {@code COLUMNS} says, else the terminal.
     *
     * @param otherwise where neither is known, as in a file
     */
    public int columns(int otherwise) {
        String said = variables.getOrDefault("COLUMNS", "");
        if (said.matches("[1-9][0-9]{0,4}")) {
            return Integer.parseInt(said);
        }
        return screen.columns() > 0 ? screen.columns() : otherwise;
    }

    /** A sentence about something that went wrong without stopping anything. */
    public void warn(String sentence) {
        err.println("warning: " + sentence);
    }

    public void flush() {
        out.flush();
        err.flush();
    }
}
