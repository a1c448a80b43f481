package dev.bengal.site.highlight;

/** Style sheets. */
final class CssLanguage implements Language {
    private static final Enclosed COMMENT = Enclosed.comment("/*", "*/");

    @Override
    public void scan(String code, int from, int to, Tokens tokens) {
        Statements statements = new Statements(code, to);
        for (int at = from; at < to; ) {
            char c = code.charAt(at);
            if (code.startsWith("/*", at)) {
                at = COMMENT.end(code, at, to);
                tokens.add(Kind.COMMENT, at);
            } else if (c == '"' || c == '\'') {
                at = Text.endOfQuoted(code, at, to);
                tokens.add(Kind.STRING, at);
            } else if (c == '@' || c == '!') {
                at = Text.endOfWord(code, at + 1, to, "-");
                tokens.add(Kind.KEYWORD, at);
            } else if (c == '#' && !statements.opensBlock(at)) {
                at = Text.endOfWord(code, at + 1, to, "");
                tokens.add(Kind.CONSTANT, at);
            } else if (Text.isDigit(c)) {
                at = Text.endOfWord(code, at, to, ".%");
                tokens.add(Kind.CONSTANT, at);
            } else if (Text.isWordStart(c) || c == '-') {
                at = word(code, at, to, statements, tokens);
            } else {
                tokens.add(null, ++at);
            }
        }
    }

    private static int word(String code, int at, int to, Statements statements, Tokens tokens) {
        int end = Text.endOfWord(code, at, to, "-");
        int next = Text.skipBlanks(code, end, to);
        boolean isProperty = next < to && code.charAt(next) == ':' && !statements.opensBlock(at);
        boolean isCall = end < to && code.charAt(end) == '(';
        tokens.add(isProperty ? Kind.NAME : isCall ? Kind.META : null, end);
        return end;
    }

    /** Whether what stands at a place is the head of a block. Looks ahead over each character once. */
    private static final class Statements {
        private final String code;
        private final int to;
        private int sign = -1;

        Statements(String code, int to) {
            this.code = code;
            this.to = to;
        }

        boolean opensBlock(int place) {
            if (sign < place) {
                sign = place;
                while (sign < to && ";{}".indexOf(code.charAt(sign)) < 0) {
                    sign++;
                }
            }
            return sign < to && code.charAt(sign) == '{';
        }
    }
}
