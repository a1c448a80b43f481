package dev.bengal.site.math;

/**
 * The tokens of a formula, one after the other: a command such as {@code \frac}, or a single character. Blanks between tokens
 * mean nothing and are skipped.
 */
final class TexTokens {
    private final String tex;
    private int at;

    TexTokens(String tex) {
        this.tex = tex;
    }

    boolean isAtEnd() {
        skipBlanks();
        return at >= tex.length();
    }

    /** The next token without taking it; empty at the end. */
    String peek() {
        return isAtEnd() ? "" : tex.substring(at, end());
    }

    /** Takes the next token; empty at the end. */
    String next() {
        String token = peek();
        at += token.length();
        return token;
    }

    /** Takes the next token if it is this one. */
    boolean next(String wanted) {
        boolean is = peek().equals(wanted);
        if (is) {
            next();
        }
        return is;
    }

    /** Takes what stands between braces, as it is, blanks included. */
    String verbatim() throws TexFault {
        if (!next("{")) {
            return next();
        }
        int depth = 1;
        for (int end = at; end < tex.length(); end++) {
            char c = tex.charAt(end);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                String inside = tex.substring(at, end);
                at = end + 1;
                return inside;
            }
        }
        throw new TexFault("a { without its }");
    }

    /** Takes the rest of a number that has begun. */
    String digits() {
        int start = at;
        while (at < tex.length() && (isDigit(at) || (tex.charAt(at) == '.' && isDigit(at + 1)))) {
            at++;
        }
        return tex.substring(start, at);
    }

    private boolean isDigit(int index) {
        return index < tex.length() && tex.charAt(index) >= '0' && tex.charAt(index) <= '9';
    }

    private void skipBlanks() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
    }

    private int end() {
        if (tex.charAt(at) != '\\' || at + 1 == tex.length()) {
            return at + Character.charCount(tex.codePointAt(at));
        }
        int end = at + 1;
        while (end < tex.length() && isLetter(tex.charAt(end))) {
            end++;
        }
        return end == at + 1 ? end + Character.charCount(tex.codePointAt(end)) : end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
