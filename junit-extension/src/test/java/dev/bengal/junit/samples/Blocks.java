package dev.bengal.junit.samples;

/** Memory of a known size. */
final class Blocks {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int HEADER = 16;

    /** Somebody could look at what was allocated last, so the compiler has to allocate it. */
    static volatile byte[] last = {};

    private Blocks() {}

    /** Allocates exactly so many MiB, one at a time. */
    static void allocate(int mebibytes) {
        for (int i = 0; i < mebibytes; i++) {
            last = new byte[MEBIBYTE - HEADER];
        }
        last = new byte[] {};
    }
}
