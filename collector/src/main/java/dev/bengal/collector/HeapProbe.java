package dev.bengal.collector;

import java.util.OptionalLong;

/** Watches the heap and its collections during one build. */
public interface HeapProbe {
    /** Sees nothing. */
    HeapProbe NONE = new HeapProbe() {
        @Override
        public void start() {}

        @Override
        public HeapReading stop() {
            return HeapReading.UNKNOWN;
        }
    };

    /** Begins to watch. */
    void start();

    /** Ends the watch and tells what was seen. */
    HeapReading stop();

    /**
     * What happened to the heap between start and stop.
     *
     * @param collections how many ran
     * @param collectionMillis time in them
     * @param liveBytes the most that was in use right after a collection; empty where none ran
     * @param peakBytes the most that was in use
     */
    record HeapReading(
            OptionalLong collections, OptionalLong collectionMillis, OptionalLong liveBytes, OptionalLong peakBytes) {
        /** Nothing was seen. */
        public static final HeapReading UNKNOWN =
                new HeapReading(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }
}
