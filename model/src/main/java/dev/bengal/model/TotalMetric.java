package dev.bengal.model;

import java.util.List;
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
    /** CPU time of children that were waited for. */
    CHILD_CPU(
            noisy("child_cpu_ms", Unit.MILLISECONDS),
            build -> build.totals().time().childCpuMillis()),
    /** Wall time that belongs to no phase. */
    UNATTRIBUTED(
            noisy("unattributed_ms", Unit.MILLISECONDS),
            build -> build.totals().time().unattributedMillis()),
    /** Garbage collections. */
    GC_COUNT(
            noisy("gc_count", Unit.COUNT), build -> asDouble(build.totals().gc().count())),
    /** Time in them. */
    GC_TIME(noisy("gc_ms", Unit.MILLISECONDS), build -> build.totals().gc().millis()),
    /** Read from storage. */
    IO_READ(noisy("io_read_mb", Unit.MEBIBYTES), build -> build.totals().io().readMebibytes()),
    /** Sent to storage. */
    IO_WRITTEN(
            noisy("io_write_mb", Unit.MEBIBYTES), build -> build.totals().io().writtenMebibytes()),
    /** Pages written from content. */
    PAGES(exactCount("page_count"), build -> asDouble(build.stats().pageCount())),
    /** Those and the generated ones. */
    TOTAL_PAGES(exactCount("total_pages"), build -> asDouble(build.stats().totalPages())),
    /** Assets written. */
    ASSETS(exactCount("asset_count"), build -> asDouble(build.stats().assetCount()));

    /** All of them, in their order. */
    public static final List<TotalMetric> ALL = List.of(values());

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
