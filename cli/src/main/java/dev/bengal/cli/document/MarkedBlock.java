package dev.bengal.cli.document;

import dev.bengal.cli.terminal.CommandException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a document that is kept true: what stands between {@code <!-- bengal:perf metric=… -->} and {@code <!-- /bengal:perf -->}.
 *
 * @param settings of the first mark
 * @param start of what stands between, in the text
 * @param end of it
 * @param line of the first mark, from 1
 */
public record MarkedBlock(Map<String, String> settings, int start, int end, int line) {
    /** A mark, or code within a line, in which marks are examples; whichever begins first has the other one within. */
    private static final Pattern MARK = Pattern.compile("<!--[ \\t]*(?<end>/?)bengal:perf\\b(?<settings>[^\\r\\n]*?)-->"
            + "|(?<![`\\\\])(?<ticks>`+)(?!`)[^\\r\\n]*?(?<!`)\\k<ticks>(?!`)");

    private static final Pattern SETTING = Pattern.compile("([a-z]+)=(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))\\s*");
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(`{3,}(?=[^`\\r\\n]*$)|~{3,})([^\\r\\n]*)$");

    /**
     * The blocks of a document, in their order. Marks in code, fenced or within a line, are examples and count for nothing.
     *
     * @param file as its user calls it
     */
    static List<MarkedBlock> in(String text, String file) {
        List<MarkedBlock> blocks = new ArrayList<>();
        boolean[] isCode = code(text);
        Matcher mark = MARK.matcher(text);
        int opened = -1;
        Map<String, String> settings = Map.of();
        int contentStart = 0;
        while (mark.find()) {
            if (mark.group("ticks") != null || isCode[mark.start()]) {
                continue;
            }
            boolean isEnd = !mark.group("end").isEmpty();
            if (isEnd == (opened < 0)) {
                throw new CommandException(
                        isEnd
                                ? file + ":" + line(text, mark.start()) + ": a block ends here that never began."
                                : unclosed(file, text, opened));
            }
            if (isEnd) {
                blocks.add(new MarkedBlock(settings, contentStart, mark.start(), line(text, opened)));
                opened = -1;
            } else {
                opened = mark.start();
                settings = settings(mark.group("settings"), file + ":" + line(text, opened));
                contentStart = mark.end();
            }
        }
        if (opened >= 0) {
            throw new CommandException(unclosed(file, text, opened));
        }
        return blocks;
    }

    private static String unclosed(String file, String text, int opened) {
        return file + ":" + line(text, opened)
                + ": the block that begins here has no end; write <!-- /bengal:perf --> behind it.";
    }

    private static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** Which letters lie between fences. A fence ends with one of the same sign that is at least as long and has nothing behind it. */
    private static boolean[] code(String text) {
        boolean[] isCode = new boolean[text.length() + 1];
        Matcher fence = FENCE.matcher(text);
        String open = "";
        int from = 0;
        while (fence.find()) {
            String marks = fence.group(1);
            if (open.isEmpty()) {
                open = marks;
                from = fence.start();
            } else if (marks.charAt(0) == open.charAt(0)
                    && marks.length() >= open.length()
                    && fence.group(2).isBlank()) {
                java.util.Arrays.fill(isCode, from, fence.end(), true);
                open = "";
            }
        }
        if (!open.isEmpty()) {
            java.util.Arrays.fill(isCode, from, isCode.length, true);
        }
        return isCode;
    }

    private static Map<String, String> settings(String text, String place) {
        Map<String, String> settings = new LinkedHashMap<>();
        String rest = text.strip();
        Matcher setting = SETTING.matcher(rest);
        int read = 0;
        while (setting.find() && setting.start() == read) {
            String value = setting.group(2) != null
                    ? setting.group(2)
                    : setting.group(3) != null ? setting.group(3) : setting.group(4);
            if (settings.put(setting.group(1), value) != null) {
                throw new CommandException(place + ": '" + setting.group(1) + "' stands twice.");
            }
            read = setting.end();
        }
        if (read != rest.length()) {
            throw new CommandException(place + ": '" + rest.substring(read)
                    + "' should be a setting such as metric=cpu_ms or" + " scenario=\"site full\".");
        }
        return settings;
    }
}
