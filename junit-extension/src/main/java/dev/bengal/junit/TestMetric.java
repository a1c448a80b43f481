package dev.bengal.junit;

import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;

/** What is measured of a test. */
enum TestMetric {
    DURATION("duration_ms", Unit.MILLISECONDS, NoiseClass.NOISY, "the clock", "took %s", "there is no clock"),
    CPU(
            "cpu_ms",
            Unit.MILLISECONDS,
            NoiseClass.NOISY,
            "the test's thread",
            "used %s of CPU",
            "this JVM does not tell a thread's CPU time"),
    ALLOCATED(
            "allocated_mb",
            Unit.MEBIBYTES,
            NoiseClass.STEADY,
            "the test's thread",
            "allocated %s",
            "this JVM does not count what a thread allocates"),
    PROCESS_ALLOCATED(
            "process_allocated_mb",
            Unit.MEBIBYTES,
            NoiseClass.STEADY,
            "all threads",
            "allocated %s on all threads",
            "tests run in parallel, or this JVM does not count what is allocated"),
    RSS_PEAK(
            "rss_peak_mb",
            Unit.MEBIBYTES,
            NoiseClass.NOISY,
            "/proc/self/status",
            "ran with up to %s of the process in memory",
            "this system does not tell the peak of a process"),
    LIVE_HEAP(
            "live_heap_mb",
            Unit.MEBIBYTES,
            NoiseClass.STEADY,
            "heap in use after a collection",
            "left %s of live heap",
            "tests run in parallel, or this JVM does not collect when asked to"),
    RETAINED(
            "retained_mb",
            Unit.MEBIBYTES,
            NoiseClass.STEADY,
            "heap in use after a collection",
            "retained %s",
            "tests run in parallel, or this JVM does not collect when asked to");

    private final String key;
    private final Unit unit;
    private final NoiseClass noise;
    private final String source;
    private final String phrase;
    private final String absence;

    TestMetric(String key, Unit unit, NoiseClass noise, String source, String phrase, String absence) {
        this.key = key;
        this.unit = unit;
        this.noise = noise;
        this.source = source;
        this.phrase = phrase;
        this.absence = absence;
    }

    /** The metric of one test, such as {@code test.shop.CatalogTest.loads.allocated_mb}. */
    Metric of(TestName test) {
        return new Metric("test." + test + "." + key, unit, Direction.LOWER, noise);
    }

    /** The metric's own part of that name. */
    String key() {
        return key;
    }

    /** Where it is read. */
    String source() {
        return source;
    }

    /** Such as {@code allocated 71.3 MB}. */
    String phrase(String amount) {
        return String.format(phrase, amount);
    }

    /** Why it may be that it was not measured. */
    String absence() {
        return absence;
    }

    Unit unit() {
        return unit;
    }
}
