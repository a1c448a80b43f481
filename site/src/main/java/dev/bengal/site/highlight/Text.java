package dev.bengal.site.highlight;

/** Questions about the characters of a code. */
final class Text {
    private Text() {}

    /** The end of the line that a place is in, before its line break. */
    static int endOfLine(String code, int place, int to) {
        int at = place;
        while (at < to && code.charAt(at) != '\n') {
            at++;
        }
        return at;
    }

    /** The first place from here on that is no blank or tab. */
    static int skipBlanks(String code, int place, int to) {
        int at = place;
        while (at < to && (code.charAt(at) == ' ' || code.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** The place behind the last one of a character; the end where there is none. */
    static int afterLast(char wanted, String code, int from, int to) {
        for (int at = to; at > from; at--) {
            if (code.charAt(at - 1) == wanted) {
                return at;
            }
        }
        return to;
    }

    static boolean isBlank(String code, int from, int to) {
        return skipBlanks(code, from, to) == to;
    }

    static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c > 127 && Character.isLetter(c));
    }

    static boolean isWord(char c) {
        return isWordStart(c) || isDigit(c);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a word is a number, a date or a version: it begins with a digit, perhaps behind a sign, and has no blank. */
    static boolean isNumber(String word) {
        int first = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
        return word.length() > first && isDigit(word.charAt(first)) && word.indexOf(' ') < 0;
    }

    /** The end of a word, in which the extra characters may stand, too. */
    static int endOfWord(String code, int place, int to, String extra) {
        int at = place;
        while (at < to && (isWord(code.charAt(at)) || extra.indexOf(code.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** The end of a text in quotes, or of its line where it does not end; a backslash keeps what follows from ending it. */
    static int endOfQuoted(String code, int place, int to) {
        char quote = code.charAt(place);
        for (int at = place + 1; at < to; at++) {
            char c = code.charAt(at);
            if (c == '\n') {
                return at;
            }
            if (c == quote) {
                return at + 1;
            }
            if (c == '\\' && at + 1 < to && code.charAt(at + 1) != '\n') {
                at++;
            }
        }
        return to;
    }
}
