package dev.bengal.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test that passed but took more than it may; on a class, each test of it and of the classes nested in it. It works
 * whether or not the run is recorded; where it is, the test is tracked as by {@link TrackPerformance}.
 *
 * <p>With several {@link TrackPerformance#runs}, the median is held against the limit. A limit on something that cannot be
 * measured here is skipped with a sentence, as a report entry {@code bengal.budget} and as a warning; the others still hold.
 * What stands on a method replaces what stands on its class.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(PerformanceExtension.class)
public @interface PerformanceBudget {
    /** No limit. */
    double UNLIMITED = Double.POSITIVE_INFINITY;

    /** MiB that the test's own thread may allocate: the same from run to run within some kilobytes. Other threads are not seen. */
    double allocatedMb() default UNLIMITED;

    /** MiB that all threads may allocate meanwhile. Not measurable where tests run in parallel. */
    double processAllocatedMb() default UNLIMITED;

    /** Milliseconds that the method may take. The noisiest of the limits: leave it a wide margin. */
    double millis() default UNLIMITED;

    /** MiB that the process may have in memory at its peak, the JVM and everything loaded before included. Linux only. */
    double rssMb() default UNLIMITED;

    /** MiB of heap that may be in use after the test, once garbage is collected. Not measurable where tests run in parallel. */
    double liveHeapMb() default UNLIMITED;

    /** MiB by which that may be more than before the test. Not measurable where tests run in parallel. */
    double retainedMb() default UNLIMITED;
}
