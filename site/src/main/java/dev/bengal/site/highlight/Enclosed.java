package dev.bengal.site.highlight;

/**
 * What stands between two marks.
 *
 * @param escape the character that keeps what follows from being the closing mark; 0 for none
 * @param isLong whether it may go on over the end of a line
 */
record Enclosed(String open, String close, Kind kind, char escape, boolean isLong) {
    /** A text in quotes, which ends with its line. */
    static Enclosed string(String quote) {
        return new Enclosed(quote, quote, Kind.STRING, '\\', false);
    }

    /** A text in quotes of several lines. */
    static Enclosed text(String quote) {
        return new Enclosed(quote, quote, Kind.STRING, '\\', true);
    }

    /** A text in quotes in which a backslash is nothing. */
    static Enclosed raw(String quote) {
        return new Enclosed(quote, quote, Kind.STRING, (char) 0, true);
    }

    static Enclosed comment(String open, String close) {
        return new Enclosed(open, close, Kind.COMMENT, (char) 0, true);
    }

    /** Where one ends that begins here; at the end of its line or of the code where it has no end. */
    int end(String code, int from, int to) {
        for (int at = from + open.length(); at < to; at++) {
            char c = code.charAt(at);
            if (c == '\n' && !isLong) {
                return at;
            }
            if (c == close.charAt(0) && code.startsWith(close, at)) {
                return Math.min(to, at + close.length());
            }
            if (c == escape && escape != 0 && (isLong || (at + 1 < to && code.charAt(at + 1) != '\n'))) {
                at++;
            }
        }
        return to;
    }
}
