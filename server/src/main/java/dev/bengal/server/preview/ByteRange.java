package dev.bengal.server.preview;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, as the header {@code Range} asks for it.
 *
 * @param from the first byte, from 0
 * @param to the last byte; before {@code from} where the file has no such part
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14.2">RFC 9110, section 14.2</a>
 */
record ByteRange(long from, long to) {
    /** More is not sent at once: who asks may ask again for the rest. */
    private static final long MOST = 8L << 20;

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Empty where it asks for several parts, or for something else: then the whole file is the answer. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher one = ONE.matcher(header.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            return Optional.of(limited(Math.max(0, size - Long.parseLong(one.group(2))), size - 1));
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? size - 1 : Long.parseLong(one.group(2));
        return to < from && !one.group(2).isEmpty()
                ? Optional.empty()
                : Optional.of(limited(from, Math.min(to, size - 1)));
    }

    private static ByteRange limited(long from, long to) {
        return new ByteRange(from, Math.min(to, from + MOST - 1));
    }

    boolean isEmpty() {
        return to < from;
    }

    int length() {
        return Math.toIntExact(to - from + 1);
    }
}
