package dev.bengal.model;

import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The metrics that every record has a fixed key for, and how a build answers them. */
public enum TotalMetric {
    /** Wall time from start to end. */
    DURATION(
            noisy("total_duration_ms", Unit.MILLISECONDS),
            build -> build.totals().time().wallMillis()),
    /** CPU time of the process. */
    CPU(noisy("cpu_ms", Unit.MILLISECONDS), build -> build.totals().time().cpuMillis()),
    /** Peak resident set less the resident set at the start. */
    RSS_GROWTH(
            noisy("memory_rss_mb", Unit.MEBIBYTES),
            build -> build.totals().memory().rssGrowthMebibytes()),
    /** Peak resident set. */
    RSS_PEAK(
            noisy("memory_rss_peak_mb", Unit.MEBIBYTES),
            build -> build.totals().memory().rssPeakMebibytes()),
    /** Live heap. */
    LIVE_HEAP(
            noisy("memory_heap_mb", Unit.MEBIBYTES),
            build -> build.totals().memory().liveHeapMebibytes()),
    /** Most heap in use. */
    PEAK_HEAP(
            noisy("memory_peak_mb", Unit.MEBIBYTES),
            build -> build.totals().memory().peakHeapMebibytes()),
    /** Bytes allocated. */
    ALLOCATED(
            new Metric("allocated_mb", Unit.MEBIBYTES, Direction.LOWER, NoiseClass.STEADY),
            build -> build.totals().memory().allocatedMebibytes()),
    /** Pages written from content. */
    PAGES(
            new Metric("page_count", Unit.COUNT, Direction.NONE, NoiseClass.EXACT),
            build -> asDouble(build.stats().pageCount()));

    private final Metric metric;
    private final Function<BuildMetrics, @Nullable Double> reading;

    TotalMetric(Metric metric, Function<BuildMetrics, @Nullable Double> reading) {
        this.metric = metric;
        this.reading = reading;
    }

    /** What is measured. */
    public Metric metric() {
        return metric;
    }

    /** Its value in this build, or empty where it was not measured. */
    public OptionalDouble of(BuildMetrics build) {
        @Nullable Double value = reading.apply(build);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Metric noisy(String name, Unit unit) {
        return new Metric(name, unit, Direction.LOWER, NoiseClass.NOISY);
    }

    private static @Nullable Double asDouble(@Nullable Long count) {
        return count == null ? null : count.doubleValue();
    }
}
