package dev.bengal.site.config;

import java.util.HashMap;
import java.util.Map;

/**
 * The lines that the keys of a TOML text stand in, which Jackson's parser does not tell. It is read line by line: what stands in
 * a text of several lines, or in a table within a line, may have no line here, or that of another key of the same name.
 */
final class TomlLines {
    private TomlLines() {}

    /** Lines from 1 by dotted key; the first one counts. */
    static Map<String, Integer> of(String text) {
        Map<String, Integer> lines = new HashMap<>();
        String table = "";
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String bare = line.strip();
            if (bare.startsWith("[")) {
                table = table(bare);
            } else {
                int equals = endOfKey(bare);
                if (equals > 0) {
                    lines.putIfAbsent(table + key(bare.substring(0, equals)), number);
                }
            }
        }
        return lines;
    }

    private static String table(String header) {
        int start = header.startsWith("[[") ? 2 : 1;
        int end = header.indexOf(']');
        return end < start ? "" : key(header.substring(start, end)) + ".";
    }

    /** Where the sign behind the key stands, or -1 in a line that has none outside of quotes or begins otherwise. */
    private static int endOfKey(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '=') {
                return i;
            } else if (c == '#') {
                return -1;
            }
        }
        return -1;
    }

    /** Without quotes, and without blanks around its dots. */
    private static String key(String written) {
        StringBuilder key = new StringBuilder();
        char quote = 0;
        for (char c : written.strip().toCharArray()) {
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote != 0 || c > ' ') {
                key.append(c);
            }
        }
        return key.toString();
    }
}
