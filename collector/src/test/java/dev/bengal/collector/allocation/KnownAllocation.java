package dev.bengal.collector.allocation;

import java.util.Random;

/**
 * Allocates in three places, half of all bytes in {@link #half}, 30 % in {@link #threeTenths} and the rest in
 * {@link #fifth}: in rounds of ten arrays of one size, in an order from a fixed seed.
 */
final class KnownAllocation {
    private static final int[] SIZES = {1_000, 40_000, 3_000, 200_000, 120, 9_000};
    private static final int ROUND = 10;

    /** Keeps the compiler from leaving the arrays out. */
    static volatile Object sink = new Object();

    private KnownAllocation() {}

    /** The size of all arrays reaches {@code bytes}. */
    static void allocate(long bytes) {
        Random random = new Random(42);
        int[] round = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        long allocated = 0;
        for (int rounds = 0; allocated < bytes; rounds++) {
            int size = SIZES[rounds % SIZES.length];
            shuffle(round, random);
            for (int turn : round) {
                switch (turn) {
                    case 0, 1, 2, 3, 4 -> half(size);
                    case 5, 6, 7 -> threeTenths(size);
                    default -> fifth(size);
                }
            }
            allocated += (long) ROUND * size;
        }
    }

    private static void shuffle(int[] round, Random random) {
        for (int i = ROUND - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int turn = round[i];
            round[i] = round[j];
            round[j] = turn;
        }
    }

    private static void half(int bytes) {
        sink = new byte[bytes];
    }

    private static void threeTenths(int bytes) {
        sink = new long[bytes / Long.BYTES];
    }

    private static void fifth(int bytes) {
        // The JDK allocates on behalf of this place.
        sink = java.util.Arrays.copyOf(new byte[0], bytes);
    }
}
