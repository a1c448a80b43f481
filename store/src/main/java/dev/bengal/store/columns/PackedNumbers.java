package dev.bengal.store.columns;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Numbers in as few whole bytes each as their range needs: the lowest of all, and each one's distance from it (frame of reference). One
 * can be read without the others.
 *
 * <p>One byte for the width, eight for the lowest number, then the distances, all with the lowest byte first.
 */
final class PackedNumbers {
    private static final int HEAD = 1 + Long.BYTES;

    private final byte[] bytes;
    private final int first;
    private final int count;
    private final int width;
    private final long lowest;

    private PackedNumbers(byte[] bytes, int offset, int count) {
        this.bytes = bytes;
        this.count = count;
        this.width = bytes[offset];
        this.lowest = take(bytes, offset + 1, Long.BYTES);
        this.first = offset + HEAD;
        if (width < 0 || width > Long.BYTES || end() > bytes.length) {
            throw new DamagedBlockException("its numbers have no such width");
        }
    }

    /** Packs the first numbers of an array. */
    static byte[] pack(long[] numbers, int count) {
        long lowest = count == 0 ? 0 : Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            lowest = Math.min(lowest, numbers[i]);
            highest = Math.max(highest, numbers[i]);
        }
        // As a number without a sign, the range of all longs fits.
        int bits = count == 0 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(highest - lowest);
        int width = (bits + Byte.SIZE - 1) / Byte.SIZE;
        byte[] packed = new byte[HEAD + count * width];
        packed[0] = (byte) width;
        put(packed, 1, lowest, Long.BYTES);
        for (int i = 0; i < count; i++) {
            put(packed, HEAD + i * width, numbers[i] - lowest, width);
        }
        return packed;
    }

    private static void put(byte[] bytes, int offset, long number, int width) {
        for (int i = 0; i < width; i++) {
            bytes[offset + i] = (byte) (number >>> (Byte.SIZE * i));
        }
    }

    private static long take(byte[] bytes, int offset, int width) {
        long number = 0;
        for (int i = offset + width - 1; i >= offset; i--) {
            number = (number << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return number;
    }

    /** Numbers that were packed. */
    static PackedNumbers of(byte[] bytes, int offset, int count) {
        if (offset < 0 || count < 0 || offset > bytes.length - HEAD) {
            throw new DamagedBlockException("numbers are missing");
        }
        return new PackedNumbers(bytes, offset, count);
    }

    /** Where the next thing begins. */
    int end() {
        return Math.addExact(first, Math.multiplyExact(count, width));
    }

    int count() {
        return count;
    }

    long get(int at) {
        return lowest + take(bytes, first + at * width, width);
    }

    /** All of them. */
    long[] unpack() {
        long[] numbers = new long[count];
        Arrays.fill(numbers, lowest);
        // One byte after the other of all numbers: loops that even a simple compiler makes fast.
        for (int piece = 0; piece < width; piece++) {
            int shift = Byte.SIZE * piece;
            int next = first + piece;
            for (int i = 0; i < count; i++) {
                numbers[i] += (bytes[next] & 0xffL) << shift;
                next += width;
            }
        }
        return numbers;
    }

    /**
     * Moves those of some places to the front whose number is one of these; the numbers are none below 0.
     *
     * @param count how many places there are
     * @return how many of them were moved
     */
    int keep(int[] places, int count, BitSet accepted) {
        if (isConstant()) {
            return accepted.get((int) lowest) ? count : 0;
        }
        int kept = 0;
        if (width > 1) {
            for (int i = 0; i < count; i++) {
                if (accepted.get((int) get(places[i]))) {
                    places[kept++] = places[i];
                }
            }
            return kept;
        }
        boolean[] isAccepted = new boolean[1 << Byte.SIZE];
        for (int distance = 0; distance < isAccepted.length; distance++) {
            isAccepted[distance] = accepted.get((int) lowest + distance);
        }
        for (int i = 0; i < count; i++) {
            int at = places[i];
            if (isAccepted[bytes[first + at] & 0xff]) {
                places[kept++] = at;
            }
        }
        return kept;
    }

    /** Whether all are the same. */
    boolean isConstant() {
        return width == 0;
    }
}
