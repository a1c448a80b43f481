package dev.bengal.maven;

import dev.bengal.maven.TestCase.Ending;
import dev.bengal.model.Measurement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Counts tests and remembers the slowest. Safe for use by several threads. */
final class RanTests {
    private static final int SLOWEST = 10;

    private final List<TestCase> slowest = new ArrayList<>();
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
                    slowest.remove(Collections.min(slowest, Comparator.comparingDouble(TestCase::millis)));
                }
            }
        }
    }

    synchronized long ran() {
        return passed + failed;
    }

    /** Nothing where there were no tests; else the counts, and then the slowest tests, the slowest first. */
    synchronized List<Measurement> measurements() {
        if (passed + failed + skipped == 0) {
            return List.of();
        }
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(MavenMetric.TESTS.measured((double) (passed + failed), TestReports.SOURCE));
        measurements.add(MavenMetric.FAILED.measured((double) failed, TestReports.SOURCE));
        measurements.add(MavenMetric.SKIPPED.measured((double) skipped, TestReports.SOURCE));
        List<TestCase> sorted = new ArrayList<>(slowest);
        sorted.sort(Comparator.comparingDouble(TestCase::millis).reversed().thenComparing(TestCase::name));
        for (TestCase test : sorted) {
            measurements.add(test.measurement());
        }
        return measurements;
    }
}
