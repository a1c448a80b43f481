package dev.bengal.collector;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches the collectors of this JVM. Between two collections the heap only fills, so the most that was in use is the
 * highest of what was in use before each collection and at the marks; that is exact, while the sum of the pools' own peaks
 * is only an upper bound.
 *
 * <p>A collector only tells of its last collection. It is looked up when a collection has cleared a weak reference, at each
 * mark and when the watch ends. Each collector numbers its collections, and a mark holds how many there were; so a collection
 * is put where it belongs, and one that was missed since the next came at once is known to be missing.
 */
final class JvmHeapProbe implements HeapProbe {
    /** How long to wait for a collection before looking all the same: some collectors leave weak references for later. */
    private static final long PATIENCE_MILLIS = 100;

    private final List<GarbageCollectorMXBean> collectors;
    private final Set<String> heapPools;
    /** For each collector what is known of its collections, by their number: each counts its own, from 1. */
    private final List<Map<Long, Collection>> collections;

    private @Nullable Watch watch;

    private JvmHeapProbe(List<GarbageCollectorMXBean> collectors, Set<String> heapPools) {
        this.collectors = collectors;
        this.heapPools = heapPools;
        this.collections = new ArrayList<>();
        for (int collector = 0; collector < collectors.size(); collector++) {
            collections.add(new HashMap<>());
        }
    }

    static HeapProbe ofThisJvm() {
        return new JvmHeapProbe(collectors(), heapPools());
    }

    static List<GarbageCollectorMXBean> collectors() {
        return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);
    }

    private static Set<String> heapPools() {
        Set<String> heap = new HashSet<>();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                heap.add(pool.getName());
            }
        }
        return heap;
    }

    @Override
    public synchronized void start() {
        endWatch();
        // Of a host that builds for days, only the present build is asked for.
        for (Map<Long, Collection> known : collections) {
            known.clear();
        }
        watch = new Watch();
        OwnThreads.start("bengal-heap-watch", watch);
    }

    @Override
    public synchronized void stop() {
        endWatch();
        lookUp();
    }

    private void endWatch() {
        if (watch != null) {
            watch.stopped = true;
            watch = null;
        }
    }

    private void lookUp() {
        for (int i = 0; i < collectors.size(); i++) {
            lookUp(i);
        }
    }

    /**
     * Finds the last collection of a collector, where it is not known yet.
     *
     * @return how many it has done
     */
    private long lookUp(int collector) {
        long count = Math.max(0, collectors.get(collector).getCollectionCount());
        // To ask where there was none loads much for nothing.
        GcInfo last = count > 0 && !isKnown(collector, count)
                ? collectors.get(collector).getLastGcInfo()
                : null;
        if (last != null) {
            see(collector, last);
        }
        return count;
    }

    private synchronized boolean isKnown(int collector, long number) {
        return collections.get(collector).containsKey(number);
    }

    @Override
    public HeapMark mark() {
        List<Long> done = new ArrayList<>(collectors.size());
        long millis = 0;
        for (int i = 0; i < collectors.size(); i++) {
            done.add(lookUp(i));
            millis += Math.max(0, collectors.get(i).getCollectionTime());
        }
        return new HeapMark(done, millis, usedBytes());
    }

    /** As the management bean for memory tells it, in a fraction of its time. The heap may grow between two of the questions. */
    static long usedBytes() {
        Runtime jvm = Runtime.getRuntime();
        long size;
        long used;
        do {
            size = jvm.totalMemory();
            used = size - jvm.freeMemory();
        } while (size != jvm.totalMemory());
        return used;
    }

    @Override
    public synchronized HeapReading between(HeapMark start, HeapMark end) {
        long count = 0;
        long known = 0;
        long live = -1;
        long peak = Math.max(start.usedBytes(), end.usedBytes());
        for (int collector = 0; collector < end.collections().size(); collector++) {
            long first = start.collections().get(collector) + 1;
            long last = end.collections().get(collector);
            count += last - first + 1;
            for (long number = first; number <= last; number++) {
                Collection collection = collections.get(collector).get(number);
                if (collection != null) {
                    known++;
                    live = Math.max(live, collection.after());
                    peak = Math.max(peak, collection.before());
                }
            }
        }
        return new HeapReading(
                OptionalLong.of(count),
                OptionalLong.of(end.collectionMillis() - start.collectionMillis()),
                live < 0 ? OptionalLong.empty() : OptionalLong.of(live),
                OptionalLong.of(peak),
                known == count);
    }

    private synchronized void see(int collector, GcInfo info) {
        collections
                .get(collector)
                .put(
                        info.getId(),
                        new Collection(heap(info.getMemoryUsageBeforeGc()), heap(info.getMemoryUsageAfterGc())));
    }

    private long heap(Map<String, MemoryUsage> pools) {
        long used = 0;
        for (Map.Entry<String, MemoryUsage> pool : pools.entrySet()) {
            used += heapPools.contains(pool.getKey()) ? pool.getValue().getUsed() : 0;
        }
        return used;
    }

    /** Looks whenever a collection has cleared a weak reference. */
    private final class Watch implements Runnable {
        private volatile boolean stopped;

        @Override
        public void run() {
            ReferenceQueue<Object> cleared = new ReferenceQueue<>();
            Reference<Object> unused = new WeakReference<>(new Object(), cleared);
            try {
                while (!stopped) {
                    OwnThreads.rest();
                    if (cleared.remove(PATIENCE_MILLIS) != null) {
                        unused = new WeakReference<>(new Object(), cleared);
                    }
                    lookUp();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                Reference.reachabilityFence(unused);
            }
        }
    }

    /** Bytes in use around a collection. */
    private record Collection(long before, long after) {}
}
