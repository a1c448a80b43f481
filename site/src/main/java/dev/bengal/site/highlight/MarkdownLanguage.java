package dev.bengal.site.highlight;

/** Markdown as it is written: headings, marks at the start of lines, code, directives, and the YAML on top. */
final class MarkdownLanguage implements Language {
    private static final Language FRONT_MATTER = new YamlLanguage();

    @Override
    public void scan(String code, int from, int to, Tokens tokens) {
        int line = frontMatter(code, from, to, tokens);
        String fence = "";
        while (line < to) {
            int end = Text.endOfLine(code, line, to);
            int start = Text.skipBlanks(code, line, end);
            String mark = fence(code, start, end);
            tokens.add(null, start);
            if (!mark.isEmpty() && (fence.isEmpty() || closes(mark, fence, code, start, end))) {
                tokens.add(Kind.META, end);
                fence = fence.isEmpty() ? mark : "";
            } else if (!fence.isEmpty()) {
                tokens.add(Kind.STRING, end);
            } else {
                line(code, start, end, tokens);
            }
            tokens.add(null, Math.min(to, end + 1));
            line = end + 1;
        }
    }

    private static int frontMatter(String code, int from, int to, Tokens tokens) {
        int end = code.startsWith("---\n", from) ? code.indexOf("\n---", from + 3) : -1;
        if (end < 0 || end >= to) {
            return from;
        }
        int after = Math.min(to, end + "\n---".length());
        FRONT_MATTER.scan(code, from, after, tokens);
        return after;
    }

    /** The backticks or tildes that begin a line, if they are enough for a fence. */
    private static String fence(String code, int start, int end) {
        if (start == end || "`~".indexOf(code.charAt(start)) < 0) {
            return "";
        }
        int at = start;
        while (at < end && code.charAt(at) == code.charAt(start)) {
            at++;
        }
        return at - start < 3 ? "" : code.substring(start, at);
    }

    private static boolean closes(String mark, String fence, String code, int start, int end) {
        return mark.startsWith(fence) && Text.isBlank(code, start + mark.length(), end);
    }

    private static void line(String code, int start, int end, Tokens tokens) {
        if (start == end) {
            return;
        }
        char c = code.charAt(start);
        if (c == '#') {
            tokens.add(Kind.KEYWORD, end);
        } else if (code.startsWith(":::", start)) {
            tokens.add(Kind.META, end);
        } else if (c == ':') {
            int colon = Text.endOfWord(code, start + 1, end, "-");
            boolean isOption = colon > start + 1 && colon < end && code.charAt(colon) == ':';
            tokens.add(isOption ? Kind.NAME : null, isOption ? colon + 1 : start + 1);
            words(code, isOption ? colon + 1 : start + 1, end, tokens);
        } else {
            int mark = endOfMark(code, start, end);
            tokens.add(Kind.META, mark);
            words(code, mark, end, tokens);
        }
    }

    /** The end of a mark of a quotation or a list; the start where the line has none. */
    private static int endOfMark(String code, int start, int end) {
        int at = start;
        if ("->*+".indexOf(code.charAt(at)) >= 0) {
            at++;
        } else {
            while (at < end && Text.isDigit(code.charAt(at))) {
                at++;
            }
            at += at > start && at < end && ".)".indexOf(code.charAt(at)) >= 0 ? 1 : start - at;
        }
        return at < end && code.charAt(at) == ' ' ? at : start;
    }

    private static void words(String code, int start, int end, Tokens tokens) {
        for (int at = start; at < end; ) {
            if (code.charAt(at) != '`') {
                tokens.add(null, ++at);
                continue;
            }
            int close = code.indexOf('`', at + 1);
            if (close < 0 || close >= end) {
                tokens.add(null, end);
                return;
            }
            tokens.add(Kind.STRING, close + 1);
            at = close + 1;
        }
    }
}
