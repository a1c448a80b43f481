/**
 * Records tests into the history that builds are in, and holds them to budgets.
 *
 * <p>{@link dev.bengal.junit.RecordingSession} is found by the JUnit Platform and records the whole run of the tests as one
 * build, with a phase for each test class. {@link dev.bengal.junit.TrackPerformance} puts what single tests take beside it,
 * as measurements; {@link dev.bengal.junit.PerformanceBudget} fails a test that takes more than it may:
 *
 * <pre>{@code
 * @Test
 * @PerformanceBudget(allocatedMb = 64, millis = 500)
 * void catalog_loads() { ... }
 * }</pre>
 *
 * <p>Nothing here breaks the tests: what fails costs one warning of the logger {@code dev.bengal.junit}.
 */
@NullMarked
package dev.bengal.junit;

import org.jspecify.annotations.NullMarked;
