package dev.bengal.site.incremental;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A number of 64 bits that tells contents apart: two that differ have the same one once in 2^64. It is made by the rounds of
 * XXH64, with one lane. Not against someone who looks for contents with the same number; who could, may as well change the site.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">xxHash, specification</a>
 */
public final class Checksum {
    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_3 = 0x165667B19E3779F9L;
    private static final int CHARS_IN_LONG = 4;

    private long state = PRIME_3;

    /** That of some bytes. */
    public static long of(byte[] bytes) {
        return new Checksum().add(bytes).value();
    }

    /** That of a text. */
    public static long of(String text) {
        return new Checksum().add(text).value();
    }

    /** Adds a number. */
    public Checksum add(long number) {
        state = Long.rotateLeft(state + number * PRIME_2, 31) * PRIME_1;
        return this;
    }

    /** Adds bytes and their number. */
    public Checksum add(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.length;
        int wholes = length & ~7;
        for (int i = 0; i < wholes; i += Long.BYTES) {
            add(buffer.getLong(i));
        }
        long rest = 0;
        for (int i = wholes; i < length; i++) {
            rest = (rest << 8) | (bytes[i] & 0xFF);
        }
        return add(rest).add(length);
    }

    /** Adds a text and its length; null is another than the empty one. */
    public Checksum add(@Nullable String text) {
        if (text == null) {
            return add(-1L);
        }
        int length = text.length();
        int end = length - length % CHARS_IN_LONG;
        for (int i = 0; i < end; i += CHARS_IN_LONG) {
            add(text.charAt(i)
                    | ((long) text.charAt(i + 1) << 16)
                    | ((long) text.charAt(i + 2) << 32)
                    | ((long) text.charAt(i + 3) << 48));
        }
        long rest = 0;
        for (int i = end; i < length; i++) {
            rest = (rest << 16) | text.charAt(i);
        }
        return add(rest).add(length);
    }

    /** The number for all that was added, in this order. */
    public long value() {
        long mixed = (state ^ (state >>> 33)) * PRIME_2;
        mixed = (mixed ^ (mixed >>> 29)) * PRIME_3;
        return mixed ^ (mixed >>> 32);
    }
}
