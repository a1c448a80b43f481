package dev.bengal.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How many requests an address may make: so many at once, and then so many a second. Safe for use by many threads. */
final class RequestRate {
    private static final int ADDRESSES = 1000;
    private static final double NANOS = 1e9;

    private final double burst;
    private final double perSecond;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /** @param nanos a clock that never steps back */
    RequestRate(double burst, double perSecond, LongSupplier nanos) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /** Whether one more is all right; then it counts. */
    synchronized boolean allows(String address) {
        long now = nanos.getAsLong();
        Bucket before = buckets.getOrDefault(address, new Bucket(burst, now));
        double filled = Math.min(burst, before.level() + (now - before.at()) / NANOS * perSecond);
        boolean isAllowed = filled >= 1;
        buckets.put(address, new Bucket(isAllowed ? filled - 1 : filled, now));
        if (buckets.size() > ADDRESSES) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return isAllowed;
    }

    private record Bucket(double level, long at) {}
}
