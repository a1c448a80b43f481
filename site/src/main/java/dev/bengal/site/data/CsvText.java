package dev.bengal.site.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of values between commas, or another sign, as RFC 4180 has it: a value in quotes may hold the sign, quotes that are
 * doubled, and ends of lines. Lines without anything on them are left out.
 */
public final class CsvText {
    private static final char QUOTE = '"';

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvText(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /**
     * The rows of a text, which may be of different length.
     *
     * @throws DataFault if a quote is never closed, with the line where it opens
     */
    public static List<List<String>> rows(String text, char separator) throws DataFault {
        CsvText csv = new CsvText(text, separator);
        List<List<String>> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            List<String> row = csv.row();
            if (row.size() > 1 || !row.get(0).isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<String> row() throws DataFault {
        List<String> row = new ArrayList<>();
        row.add(value());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            row.add(value());
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
        return row;
    }

    private String value() throws DataFault {
        return at < text.length() && text.charAt(at) == QUOTE ? quoted() + plain() : plain();
    }

    private String plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws DataFault {
        int opened = line;
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == QUOTE && (at + 1 == text.length() || text.charAt(at + 1) != QUOTE)) {
                at++;
                return value.toString();
            }
            if (c == QUOTE) {
                at++;
            }
            line += c == '\n' ? 1 : 0;
            value.append(c);
        }
        throw new DataFault(opened, "a quote is never closed");
    }
}
