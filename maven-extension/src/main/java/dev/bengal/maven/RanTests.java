package dev.bengal.maven;

import dev.bengal.maven.TestCase.Ending;
import dev.bengal.model.Measurement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Counts tests and remembers the slowest. Safe for use by several threads. */
final class RanTests {
    private static final int SLOWEST = 10;

    private final PriorityQueue<TestCase> slowest = new PriorityQueue<>(Comparator.comparingDouble(TestCase::millis));
    private long passed;
    private long failed;
    private long skipped;

    synchronized void add(List<TestCase> tests) {
        for (TestCase test : tests) {
            switch (test.ending()) {
                case PASSED -> passed++;
                case FAILED -> failed++;
                case SKIPPED -> skipped++;
            }
            if (test.ending() != Ending.SKIPPED) {
                slowest.add(test);
                if (slowest.size() > SLOWEST) {
                    slowest.remove();
                }
            }
        }
    }

    synchronized long ran() {
        return passed + failed;
    }

    /** Nothing where there were no tests; else the counts, and then the slowest tests, the slowest first. */
    synchronized Stream<Measurement> measurements() {
        if (passed + failed + skipped == 0) {
            return Stream.empty();
        }
        List<TestCase> sorted = new ArrayList<>(slowest);
        sorted.sort(Comparator.comparingDouble(TestCase::millis).reversed().thenComparing(TestCase::name));
        return Stream.concat(
                Stream.of(
                        MavenMetric.TESTS.measured((double) (passed + failed), TestReports.SOURCE),
                        MavenMetric.FAILED.measured((double) failed, TestReports.SOURCE),
                        MavenMetric.SKIPPED.measured((double) skipped, TestReports.SOURCE)),
                sorted.stream().map(TestCase::measurement));
    }
}
