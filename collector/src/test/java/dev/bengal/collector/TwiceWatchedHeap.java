package dev.bengal.collector;

import dev.bengal.collector.HeapProbe.HeapMark;
import dev.bengal.collector.HeapProbe.HeapReading;
import java.util.ArrayList;
import java.util.List;

/** A process that fills its heap and prints what its log and its collectors say of the collections: how many, live, peak, whether all are known, and their time. */
final class TwiceWatchedHeap {
    static final int KEPT_MEBIBYTES = 20;

    private static final int PIECE_BYTES = 100_000;

    private TwiceWatchedHeap() {}

    public static void main(String[] arguments) {
        HeapProbe log = CollectionLog.ofThisJvm().orElseThrow();
        HeapProbe collectors = JvmHeapProbe.ofThisJvm();
        log.start();
        collectors.start();
        HeapMark logStart = log.mark();
        HeapMark collectorsStart = collectors.mark();
        List<byte[]> kept = new ArrayList<>();
        for (int piece = 0; piece < 3000; piece++) {
            byte[] bytes = new byte[PIECE_BYTES];
            if (kept.size() <= (KEPT_MEBIBYTES << 20) / PIECE_BYTES) {
                kept.add(bytes);
            }
            if (piece % 1000 == 0) {
                System.gc();
            }
            // No more than one collection between two looks, so that none is missed.
            collectors.mark();
        }
        HeapMark logEnd = log.mark();
        HeapMark collectorsEnd = collectors.mark();
        print(log.between(logStart, logEnd));
        print(collectors.between(collectorsStart, collectorsEnd));
        if (kept.isEmpty()) { // It is kept until here.
            throw new IllegalStateException();
        }
    }

    private static void print(HeapReading reading) {
        System.out.println(reading.collections().orElseThrow() + " "
                + reading.liveBytes().orElseThrow() + " "
                + reading.peakBytes().orElseThrow() + " "
                + reading.complete() + " "
                + reading.collectionMillis().orElseThrow());
    }
}
