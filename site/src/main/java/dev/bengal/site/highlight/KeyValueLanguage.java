package dev.bengal.site.highlight;

/** Lines of a key and a value below headings in brackets: TOML, INI files, properties. */
final class KeyValueLanguage implements Language {
    private static final Language VALUE = new CodeLanguage(new Grammar()
            .lineComment("#")
            .enclosed(Enclosed.text("\"\"\""), Enclosed.raw("'''"), Enclosed.string("\""), Enclosed.string("'"))
            .constants("true false inf nan"));

    private final boolean isToml;
    private final String comments;
    private final String separators;

    private KeyValueLanguage(boolean isToml, String comments, String separators) {
        this.isToml = isToml;
        this.comments = comments;
        this.separators = separators;
    }

    /** Whose values are code. */
    static Language toml() {
        return new KeyValueLanguage(true, "#", "=");
    }

    /** Whose values are text to the end of the line. */
    static Language ini() {
        return new KeyValueLanguage(false, "#;", "=");
    }

    /** The same, with a colon as well. */
    static Language properties() {
        return new KeyValueLanguage(false, "#!", "=:");
    }

    @Override
    public void scan(String code, int from, int to, Tokens tokens) {
        for (int at = from; at < to; ) {
            int end = Text.endOfLine(code, at, to);
            int start = Text.skipBlanks(code, at, end);
            tokens.add(null, start);
            at = start < end ? line(code, start, end, to, tokens) : end;
            tokens.add(null, Math.min(to, at + 1));
            at++;
        }
    }

    /** Where the line ends, or the text of several lines that is its value. */
    private int line(String code, int start, int end, int to, Tokens tokens) {
        if (comments.indexOf(code.charAt(start)) >= 0) {
            tokens.add(Kind.COMMENT, end);
            return end;
        }
        int separator = separator(code, start, end);
        int value = start;
        if (code.charAt(start) == '[' && separator < 0) {
            value = Text.afterLast(']', code, start, end);
            tokens.add(Kind.META, value);
        } else if (separator > start) {
            tokens.add(Kind.NAME, separator);
            value = Text.skipBlanks(code, separator + 1, end);
            tokens.add(null, value);
        }
        if (isToml) {
            int last = endOfValue(code, value, end, to);
            VALUE.scan(code, value, last, tokens);
            return last;
        }
        tokens.add(separator < 0 ? null : Kind.STRING, end);
        return end;
    }

    private static int endOfValue(String code, int value, int end, int to) {
        for (String quote : new String[] {"\"\"\"", "'''"}) {
            if (code.startsWith(quote, value)) {
                int close = code.indexOf(quote, value + quote.length());
                return close < 0 || close > to ? to : Text.endOfLine(code, close, to);
            }
        }
        return end;
    }

    /** The sign between key and value; -1 where the line has none before a quote or a comment. */
    private int separator(String code, int start, int end) {
        int at = start;
        if (code.charAt(at) == '"' || code.charAt(at) == '\'') {
            at = Text.endOfQuoted(code, at, end);
        }
        for (; at < end; at++) {
            char c = code.charAt(at);
            if (separators.indexOf(c) >= 0) {
                return at;
            }
            if (isToml && "\"'#[{,".indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }
}
