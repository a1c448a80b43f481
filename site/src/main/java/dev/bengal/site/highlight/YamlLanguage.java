package dev.bengal.site.highlight;

import org.jspecify.annotations.Nullable;

/** YAML, line by line: keys, plain values, quotes, blocks of text, comments. */
final class YamlLanguage implements Language {
    private static final java.util.Set<String> CONSTANTS =
            java.util.Set.of("true", "false", "null", "yes", "no", "on", "off", "~");

    @Override
    public void scan(String code, int from, int to, Tokens tokens) {
        int blockIndent = -1;
        for (int line = from; line < to; ) {
            int end = Text.endOfLine(code, line, to);
            int start = Text.skipBlanks(code, line, end);
            if (blockIndent >= 0 && (start == end || start - line > blockIndent)) {
                tokens.add(null, start);
                tokens.add(Kind.STRING, end);
            } else {
                blockIndent = line(code, start, end, tokens) ? start - line : -1;
            }
            tokens.add(null, Math.min(to, end + 1));
            line = end + 1;
        }
    }

    /** Whether the lines that are indented more are a block of text. */
    private static boolean line(String code, int start, int end, Tokens tokens) {
        if (code.startsWith("---", start) || code.startsWith("...", start)) {
            tokens.add(Kind.META, Math.min(end, start + 3));
            return false;
        }
        int at = start;
        while (at + 1 < end && code.charAt(at) == '-' && code.charAt(at + 1) == ' ') {
            at = Text.skipBlanks(code, at + 1, end);
        }
        tokens.add(null, at);
        int colon = colon(code, at, end);
        if (colon > at) {
            tokens.add(Kind.NAME, colon);
            tokens.add(null, Math.min(end, colon + 1));
            at = Text.skipBlanks(code, Math.min(end, colon + 1), end);
        }
        tokens.add(null, at);
        value(code, at, end, tokens);
        return at < end && (code.charAt(at) == '|' || code.charAt(at) == '>');
    }

    /** The colon behind the key that begins here; -1 where there is none. */
    private static int colon(String code, int start, int end) {
        int at = start;
        if (at < end && (code.charAt(at) == '"' || code.charAt(at) == '\'')) {
            at = Text.endOfQuoted(code, at, end);
            return at < end && code.charAt(at) == ':' ? at : -1;
        }
        for (; at < end && "#[{,&*!|>".indexOf(code.charAt(at)) < 0; at++) {
            if (code.charAt(at) == ':' && (at + 1 == end || code.charAt(at + 1) == ' ')) {
                return at;
            }
        }
        return -1;
    }

    private static void value(String code, int start, int end, Tokens tokens) {
        for (int at = start; at < end; ) {
            char c = code.charAt(at);
            if (c == '#' && (at == start || code.charAt(at - 1) == ' ')) {
                tokens.add(Kind.COMMENT, end);
                return;
            }
            if (c == '"' || c == '\'') {
                at = Text.endOfQuoted(code, at, end);
                tokens.add(Kind.STRING, at);
            } else if (c == '&' || c == '*' || c == '!') {
                at = Text.endOfWord(code, at + 1, end, "!-.:/");
                tokens.add(Kind.META, at);
            } else if (" ,[]{}|>:".indexOf(c) >= 0) {
                tokens.add(null, ++at);
            } else {
                int word = endOfScalar(code, at, end);
                tokens.add(kind(code.substring(at, word)), word);
                at = word;
            }
        }
    }

    /** Words up to a comma, a bracket or a comment. */
    private static int endOfScalar(String code, int start, int end) {
        int at = start + 1;
        while (at < end
                && ",[]{}".indexOf(code.charAt(at)) < 0
                && !(code.charAt(at) == '#' && code.charAt(at - 1) == ' ')) {
            at++;
        }
        while (at > start + 1 && code.charAt(at - 1) == ' ') {
            at--;
        }
        return at;
    }

    private static @Nullable Kind kind(String word) {
        return CONSTANTS.contains(word) || Text.isNumber(word) ? Kind.CONSTANT : null;
    }
}
