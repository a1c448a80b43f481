package dev.bengal.maven;

import dev.bengal.maven.TestCase.Ending;
import dev.bengal.maven.TestReports.Found;
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
    private boolean complete = true;

    synchronized void add(Found found) {
        complete &= found.complete();
        for (TestCase test : found.tests()) {
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
        measurements.add(counted(MavenMetric.TESTS, passed + failed));
        measurements.add(counted(MavenMetric.FAILED, failed));
        measurements.add(counted(MavenMetric.SKIPPED, skipped));
        List<TestCase> sorted = new ArrayList<>(slowest);
        sorted.sort(Comparator.comparingDouble(TestCase::millis).reversed().thenComparing(TestCase::name));
        for (TestCase test : sorted) {
            measurements.add(test.measurement());
        }
        return measurements;
    }

    private Measurement counted(MavenMetric metric, long count) {
        return complete
                ? metric.measured((double) count, TestReports.SOURCE)
                : metric.estimated((double) count, TestReports.SOURCE + ", of which not all could be read");
    }
}
