package dev.bengal.model;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The metrics that every record has a fixed key for, and how a build answers them. */
public enum TotalMetric {
    /** Wall time from start to end. */
    DURATION(noisy("total_duration_ms", Unit.MILLISECONDS)),
    /** CPU time of the process. */
    CPU(noisy("cpu_ms", Unit.MILLISECONDS)),
    /** Peak resident set less the resident set at the start. */
    RSS_GROWTH(noisy("memory_rss_mb", Unit.MEBIBYTES)),
    /** Peak resident set. */
    RSS_PEAK(noisy("memory_rss_peak_mb", Unit.MEBIBYTES)),
    /** Live heap. */
    LIVE_HEAP(noisy("memory_heap_mb", Unit.MEBIBYTES)),
    /** Most heap in use. */
    PEAK_HEAP(noisy("memory_peak_mb", Unit.MEBIBYTES)),
    /** Bytes allocated. */
    ALLOCATED(new Metric("allocated_mb", Unit.MEBIBYTES, Direction.LOWER, NoiseClass.STEADY)),
    /** CPU time of children that were waited for. */
    CHILD_CPU(noisy("child_cpu_ms", Unit.MILLISECONDS)),
    /** Wall time that belongs to no phase. */
    UNATTRIBUTED(noisy("unattributed_ms", Unit.MILLISECONDS)),
    /** Garbage collections. */
    GC_COUNT(noisy("gc_count", Unit.COUNT)),
    /** Time in them. */
    GC_TIME(noisy("gc_ms", Unit.MILLISECONDS)),
    /** Read from storage. */
    IO_READ(noisy("io_read_mb", Unit.MEBIBYTES)),
    /** Sent to storage. */
    IO_WRITTEN(noisy("io_write_mb", Unit.MEBIBYTES)),
    /** Pages written from content. */
    PAGES(exactCount("page_count")),
    /** Those and the generated ones. */
    TOTAL_PAGES(exactCount("total_pages")),
    /** Assets written. */
    ASSETS(exactCount("asset_count"));

    /** All of them, in their order. */
    public static final List<TotalMetric> ALL = List.of(values());

    private final Metric metric;

    TotalMetric(Metric metric) {
        this.metric = metric;
    }

    /** What is measured. */
    public Metric metric() {
        return metric;
    }

    /** Its value in this build, or empty where it was not measured. */
    public OptionalDouble of(BuildMetrics build) {
        @Nullable Double value = value(build);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Not a lambda for each: those are classes that are made when the JVM has hardly started. */
    private @Nullable Double value(BuildMetrics build) {
        return switch (this) {
            case DURATION -> build.totals().time().wallMillis();
            case CPU -> build.totals().time().cpuMillis();
            case RSS_GROWTH -> build.totals().memory().rssGrowthMebibytes();
            case RSS_PEAK -> build.totals().memory().rssPeakMebibytes();
            case LIVE_HEAP -> build.totals().memory().liveHeapMebibytes();
            case PEAK_HEAP -> build.totals().memory().peakHeapMebibytes();
            case ALLOCATED -> build.totals().memory().allocatedMebibytes();
            case CHILD_CPU -> build.totals().time().childCpuMillis();
            case UNATTRIBUTED -> build.totals().time().unattributedMillis();
            case GC_COUNT -> asDouble(build.totals().gc().count());
            case GC_TIME -> build.totals().gc().millis();
            case IO_READ -> build.totals().io().readMebibytes();
            case IO_WRITTEN -> build.totals().io().writtenMebibytes();
            case PAGES -> asDouble(build.stats().pageCount());
            case TOTAL_PAGES -> asDouble(build.stats().totalPages());
            case ASSETS -> asDouble(build.stats().assetCount());
        };
    }

    private static Metric exactCount(String name) {
        return new Metric(name, Unit.COUNT, Direction.NONE, NoiseClass.EXACT);
    }

    private static Metric noisy(String name, Unit unit) {
        return new Metric(name, unit, Direction.LOWER, NoiseClass.NOISY);
    }

    private static @Nullable Double asDouble(@Nullable Long count) {
        return count == null ? null : count.doubleValue();
    }
}
