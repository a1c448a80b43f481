package dev.bengal.collector;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Watches the collectors of this JVM. Between two collections the heap only fills, so the most that was in use is the
 * highest of what was in use before each collection and at the marks; that is exact, while the sum of the pools' own peaks
 * is only an upper bound.
 *
 * <p>The JVM tells of a collection late and on a thread of its own. But each collector numbers its collections, and a mark
 * holds how many there were; so a collection is put where it belongs whenever its news arrives. The last one of each
 * collector is fetched when the watch ends.
 */
final class JvmHeapProbe implements HeapProbe {
    private final List<GarbageCollectorMXBean> collectors;
    private final MemoryMXBean memory;
    private final Set<String> heapPools;
    private final NotificationListener listener = new Listener();
    /** For each collector what is known of its collections, by their number: each counts its own, from 1. */
    private final List<Map<Long, Collection>> collections;

    private JvmHeapProbe(List<GarbageCollectorMXBean> collectors, MemoryMXBean memory, Set<String> heapPools) {
        this.collectors = collectors;
        this.memory = memory;
        this.heapPools = heapPools;
        this.collections = new ArrayList<>();
        for (int collector = 0; collector < collectors.size(); collector++) {
            collections.add(new HashMap<>());
        }
    }

    static HeapProbe ofThisJvm() {
        return new JvmHeapProbe(
                ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class),
                ManagementFactory.getMemoryMXBean(),
                heapPools());
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
    public void start() {
        for (GarbageCollectorMXBean collector : collectors) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
            }
        }
    }

    @Override
    public void stop() {
        for (GarbageCollectorMXBean collector : collectors) {
            forget(collector);
            // To ask where there was none loads much for nothing.
            GcInfo last = collector.getCollectionCount() > 0 ? collector.getLastGcInfo() : null;
            if (last != null) {
                see(collector.getName(), last);
            }
        }
    }

    @Override
    public HeapMark mark() {
        List<Long> done = new ArrayList<>(collectors.size());
        long millis = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            done.add(Math.max(0, collector.getCollectionCount()));
            millis += Math.max(0, collector.getCollectionTime());
        }
        return new HeapMark(done, millis, memory.getHeapMemoryUsage().getUsed());
    }

    @Override
    public synchronized HeapReading between(HeapMark start, HeapMark end) {
        long count = 0;
        long heard = 0;
        long live = -1;
        long peak = Math.max(start.usedBytes(), end.usedBytes());
        for (int collector = 0; collector < end.collections().size(); collector++) {
            long first = start.collections().get(collector) + 1;
            long last = end.collections().get(collector);
            count += last - first + 1;
            for (long number = first; number <= last; number++) {
                Collection collection = collections.get(collector).get(number);
                if (collection != null) {
                    heard++;
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
                heard == count);
    }

    private void forget(GarbageCollectorMXBean collector) {
        try {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.removeNotificationListener(listener);
            }
        } catch (ListenerNotFoundException e) {
            // Stopped twice.
        }
    }

    private synchronized void see(String collector, GcInfo info) {
        for (int i = 0; i < collectors.size(); i++) {
            if (collectors.get(i).getName().equals(collector)) {
                collections
                        .get(i)
                        .put(
                                info.getId(),
                                new Collection(
                                        heap(info.getMemoryUsageBeforeGc()), heap(info.getMemoryUsageAfterGc())));
            }
        }
    }

    private long heap(Map<String, MemoryUsage> pools) {
        long used = 0;
        for (Map.Entry<String, MemoryUsage> pool : pools.entrySet()) {
            used += heapPools.contains(pool.getKey()) ? pool.getValue().getUsed() : 0;
        }
        return used;
    }

    /** Hears of collections, each on a thread of the JVM. */
    private final class Listener implements NotificationListener {
        @Override
        public void handleNotification(Notification notification, Object handback) {
            if (notification.getUserData() instanceof CompositeData data
                    && GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
                            notification.getType())) {
                GarbageCollectionNotificationInfo collection = GarbageCollectionNotificationInfo.from(data);
                see(collection.getGcName(), collection.getGcInfo());
            }
        }
    }

    /** Bytes in use around a collection. */
    private record Collection(long before, long after) {}
}
