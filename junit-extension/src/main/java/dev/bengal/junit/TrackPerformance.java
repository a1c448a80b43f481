package dev.bengal.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records what a test takes, or each test of a class and of the classes nested in it, as measurements of the recorded run:
 * {@code test.<class>.<method>.duration_ms}, {@code .cpu_ms}, {@code .allocated_mb} (the test's own thread),
 * {@code .process_allocated_mb} (all threads) and {@code .rss_peak_mb}. Only a test that passes is measured, and only its
 * method: not what is done before and after each test.
 *
 * <p>Where the run is not recorded, the test runs once and nothing is measured. What stands on a method replaces what stands
 * on its class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(PerformanceExtension.class)
public @interface TrackPerformance {
    /**
     * How often the method runs for the record, at least once; each value is then the median of the runs, which are kept as
     * samples. All runs lie between one {@code @BeforeEach} and one {@code @AfterEach}, on one instance. A dynamic test runs
     * once.
     */
    int runs() default 1;

    /** How often the method runs before that, unmeasured. */
    int warmup() default 0;

    /**
     * Whether garbage is collected before and after each run, to record what then is in use ({@code .live_heap_mb}) and how
     * much more that is than before ({@code .retained_mb}). What only the method's own variables held is gone by then. An
     * object larger than half a region of G1 counts as whole regions, which are 1 to 32 MiB.
     */
    boolean liveHeap() default false;
}
