package dev.bengal.store.sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A record's line in two parts. The template is the line with a newline in the place of each value, and builds that have the same
 * keys share it; the variables are the values in their order, with newlines between them. No line holds a newline, so both together
 * are the line again, to the letter, whatever it holds.
 *
 * @param variables in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // Compared with nothing, and changed by nobody.
record TemplatedLine(String template, byte[] variables) {
    private static final char MARK = '\n';

    /**
     * Divides a line of JSON.
     *
     * @param line in UTF-8, without newlines
     */
    static TemplatedLine of(byte[] line) {
        byte[] template = new byte[line.length];
        // Each value is a byte at least, and gets a mark.
        byte[] variables = new byte[2 * line.length];
        int kept = 0;
        int taken = 0;
        for (int from = 0; from < line.length; ) {
            int to = line[from] == '"' ? endOfText(line, from) : endOfWord(line, from);
            boolean isKey = line[from] == '"' && to < line.length && line[to] == ':';
            if (to == from || isKey) {
                int end = Math.max(to, from + 1);
                System.arraycopy(line, from, template, kept, end - from);
                kept += end - from;
                from = end;
            } else {
                template[kept++] = MARK;
                System.arraycopy(line, from, variables, taken, to - from);
                taken += to - from;
                variables[taken++] = MARK;
                from = to;
            }
        }
        return new TemplatedLine(
                new String(template, 0, kept, StandardCharsets.UTF_8),
                Arrays.copyOf(variables, Math.max(0, taken - 1)));
    }

    /** Behind its closing quote. */
    private static int endOfText(byte[] line, int from) {
        for (int i = from + 1; i < line.length; i++) {
            if (line[i] == '"') {
                return i + 1;
            }
            if (line[i] == '\\') {
                i++;
            }
        }
        return line.length;
    }

    /** Of a number, true, false or null; the place itself where a sign between values stands there. */
    private static int endOfWord(byte[] line, int from) {
        int i = from;
        while (i < line.length && !isBetweenValues(line[i])) {
            i++;
        }
        return i;
    }

    private static boolean isBetweenValues(byte letter) {
        return switch (letter) {
            case '{', '}', '[', ']', ',', ':', '"' -> true;
            default -> false;
        };
    }

    /** The line that was divided into these. */
    static String line(String template, String variables) {
        StringBuilder line = new StringBuilder(template.length() + variables.length());
        int kept = 0;
        int taken = 0;
        for (int mark = template.indexOf(MARK); mark >= 0; mark = template.indexOf(MARK, kept)) {
            int end = variables.indexOf(MARK, taken);
            line.append(template, kept, mark).append(variables, taken, end < 0 ? variables.length() : end);
            kept = mark + 1;
            taken = end + 1;
        }
        return line.append(template, kept, template.length()).toString();
    }
}
