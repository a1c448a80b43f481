package dev.bengal.collector;

import java.util.List;
import java.util.OptionalLong;

/** Watches the heap and its collections during one build, and then during the next. */
public interface HeapProbe {
    /** Sees nothing. */
    HeapProbe NONE = new HeapProbe() {
        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public HeapMark mark() {
            return HeapMark.UNKNOWN;
        }

        @Override
        public HeapReading between(HeapMark start, HeapMark end) {
            return HeapReading.UNKNOWN;
        }
    };

    /** Begins to watch a build; what is known of an earlier one is forgotten. */
    void start();

    /** Ends the watch; {@link #between} then knows all that it ever will. */
    void stop();

    /** Where the heap stands at this moment; cheap. */
    HeapMark mark();

    /** What happened between two marks of this probe, as far as it is known by now. */
    HeapReading between(HeapMark start, HeapMark end);

    /**
     * A moment in the life of a heap.
     *
     * @param collections that each collector has done so far, in a fixed order, and where the probe needs it what else it counts;
     *     empty where nothing can be read
     * @param collectionMillis spent in all of them so far
     * @param usedBytes in use now
     */
    record HeapMark(List<Long> collections, long collectionMillis, long usedBytes) {
        /** Nothing can be read. */
        public static final HeapMark UNKNOWN = new HeapMark(List.of(), 0, 0);

        public HeapMark {
            collections = List.copyOf(collections);
        }
    }

    /**
     * What happened to the heap in a stretch of time.
     *
     * @param collections how many ran; empty where that is not known
     * @param collectionMillis time in them; empty where that is not known
     * @param liveBytes the most that was in use right after a collection; empty where none ran
     * @param peakBytes the most that was in use
     * @param complete whether every collection is known; if not, the two sizes may be too small
     */
    record HeapReading(
            OptionalLong collections,
            OptionalLong collectionMillis,
            OptionalLong liveBytes,
            OptionalLong peakBytes,
            boolean complete) {
        /** Nothing was seen. */
        public static final HeapReading UNKNOWN = new HeapReading(
                OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), true);
    }
}
