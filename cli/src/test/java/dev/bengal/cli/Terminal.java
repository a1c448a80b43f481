package dev.bengal.cli;

import dev.bengal.cli.terminal.Surface;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs the command in a folder and keeps what it prints. */
public final class Terminal {
    private final Path workingFolder;
    private final Map<String, String> variables = new HashMap<>();

    public Terminal(Path workingFolder) {
        this.workingFolder = workingFolder;
    }

    Terminal in(Path folder) {
        Terminal other = new Terminal(folder);
        other.variables.putAll(variables);
        return other;
    }

    Terminal with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    public Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surface surface = new Surface(new PrintWriter(out, true), new PrintWriter(err, true), variables, false);
        int exitCode = Bengal.run(surface, workingFolder, arguments);
        surface.flush();
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** What a command left behind. */
    public record Run(int exitCode, String out, String err) {}
}
