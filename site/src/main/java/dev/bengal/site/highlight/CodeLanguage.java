package dev.bengal.site.highlight;

import org.jspecify.annotations.Nullable;

/** A language of words, numbers, strings and comments. */
final class CodeLanguage implements Language {
    private final Grammar grammar;

    CodeLanguage(Grammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public void scan(String code, int from, int to, Tokens tokens) {
        int at = from;
        while (at < to) {
            char c = code.charAt(at);
            int end = grammar.mayBegin(c) ? enclosed(code, at, from, to, tokens) : at;
            if (end > at) {
                at = end;
            } else if (Text.isWordStart(c)) {
                at = word(code, at, to, tokens);
            } else if (Text.isDigit(c)) {
                at = Text.endOfWord(code, at, to, ".");
                tokens.add(Kind.CONSTANT, at);
            } else {
                at = sign(code, at, from, to, tokens);
            }
        }
    }

    /** The end of the comment or the string that begins here; the place itself where none does. */
    private int enclosed(String code, int at, int from, int to, Tokens tokens) {
        for (String mark : grammar.lineComments()) {
            if (code.startsWith(mark, at) && (!grammar.isShell() || isAfterBlank(code, at, from))) {
                int end = Text.endOfLine(code, at, to);
                tokens.add(Kind.COMMENT, end);
                return end;
            }
        }
        for (Enclosed enclosed : grammar.enclosed()) {
            if (code.startsWith(enclosed.open(), at)) {
                int end = enclosed.end(code, at, to);
                tokens.add(grammar.hasKeys() && isKey(code, end, to) ? Kind.NAME : enclosed.kind(), end);
                return end;
            }
        }
        return at;
    }

    private int word(String code, int at, int to, Tokens tokens) {
        int end = Text.endOfWord(code, at, to, grammar.isShell() ? "-" : "");
        tokens.add(kind(code, at, end, to), end);
        return end;
    }

    private @Nullable Kind kind(String code, int at, int end, int to) {
        String word = code.substring(at, end);
        if (grammar.isKeyword(word)) {
            return Kind.KEYWORD;
        }
        if (grammar.isConstant(word)) {
            return Kind.CONSTANT;
        }
        return end < to && code.charAt(end) == '(' ? Kind.NAME : null;
    }

    private int sign(String code, int at, int from, int to, Tokens tokens) {
        char c = code.charAt(at);
        int next = at + 1;
        if (grammar.isMetaSign(c) && next < to) {
            int end = code.charAt(next) == '{' ? braced(code, next, to) : Text.endOfWord(code, next, to, "");
            tokens.add(end > next ? Kind.META : null, end);
            return Math.max(end, next);
        }
        if (grammar.isShell() && c == '-' && isAfterBlank(code, at, from)) {
            int end = Text.endOfWord(code, at, to, "-");
            tokens.add(end > next ? Kind.NAME : null, end);
            return end;
        }
        tokens.add(null, next);
        return next;
    }

    /** The end of what is in braces, or of its line. */
    private static int braced(String code, int at, int to) {
        for (int end = at; end < to && code.charAt(end) != '\n'; end++) {
            if (code.charAt(end) == '}') {
                return end + 1;
            }
        }
        return Text.endOfLine(code, at, to);
    }

    private static boolean isAfterBlank(String code, int at, int from) {
        return at == from || Character.isWhitespace(code.charAt(at - 1));
    }

    private static boolean isKey(String code, int end, int to) {
        int colon = Text.skipBlanks(code, end, to);
        return colon < to && code.charAt(colon) == ':';
    }
}
