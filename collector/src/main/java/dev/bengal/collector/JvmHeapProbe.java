package dev.bengal.collector;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Watches the collectors of this JVM. Between two collections the heap only fills, so the most that was in use is the
 * highest of what was in use before each collection and at the end; that is exact, while the sum of the pools' own peaks
 * is only an upper bound.
 *
 * <p>Notifications come late, on a thread of the JVM; the last collection is therefore read from the collectors
 * themselves when the watch ends.
 */
final class JvmHeapProbe implements HeapProbe {
    private final List<GarbageCollectorMXBean> collectors;
    private final Set<String> heapPools;
    private final NotificationListener listener = this::collected;

    private long collectionsBefore;
    private long millisBefore;
    private final Map<String, Long> lastBefore = new HashMap<>();
    private long live = -1;
    private long peak;

    private JvmHeapProbe(List<GarbageCollectorMXBean> collectors, Set<String> heapPools) {
        this.collectors = collectors;
        this.heapPools = heapPools;
    }

    static HeapProbe ofThisJvm() {
        return new JvmHeapProbe(
                ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class),
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getName)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public synchronized void start() {
        collectionsBefore = collections();
        millisBefore = collectionMillis();
        live = -1;
        peak = used();
        for (GarbageCollectorMXBean collector : collectors) {
            GcInfo last = collector.getLastGcInfo();
            lastBefore.put(collector.getName(), last == null ? 0 : last.getId());
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
            }
        }
    }

    @Override
    public synchronized HeapReading stop() {
        for (GarbageCollectorMXBean collector : collectors) {
            forget(collector);
            GcInfo last = collector.getLastGcInfo();
            if (last != null) {
                see(collector.getName(), last);
            }
        }
        peak = Math.max(peak, used());
        return new HeapReading(
                OptionalLong.of(collections() - collectionsBefore),
                OptionalLong.of(collectionMillis() - millisBefore),
                live < 0 ? OptionalLong.empty() : OptionalLong.of(live),
                OptionalLong.of(peak));
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

    private void collected(Notification notification, Object handback) {
        if (notification.getUserData() instanceof CompositeData data
                && GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(notification.getType())) {
            GarbageCollectionNotificationInfo collection = GarbageCollectionNotificationInfo.from(data);
            see(collection.getGcName(), collection.getGcInfo());
        }
    }

    /** Collections have numbers, each collector its own; those up to the start of the watch do not count. */
    private synchronized void see(String collector, GcInfo collection) {
        if (collection.getId() > lastBefore.getOrDefault(collector, 0L)) {
            peak = Math.max(peak, heap(collection.getMemoryUsageBeforeGc()));
            live = Math.max(live, heap(collection.getMemoryUsageAfterGc()));
        }
    }

    private long heap(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> heapPools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private long collections() {
        return collectors.stream()
                .mapToLong(collector -> Math.max(0, collector.getCollectionCount()))
                .sum();
    }

    private long collectionMillis() {
        return collectors.stream()
                .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
                .sum();
    }
}
