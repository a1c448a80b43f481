package dev.bengal.junit;

import dev.bengal.model.Direction;
import dev.bengal.model.Measurement;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Outcome;
import dev.bengal.model.Unit;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult.Status;

/** How many tests ran and how they ended. */
final class TestCounts {
    private final LongAdder run = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder skipped = new LongAdder();

    /** A test ended. One that an assumption aborted counts as skipped. */
    void test(Status status) {
        switch (status) {
            case SUCCESSFUL -> run.increment();
            case FAILED -> {
                run.increment();
                failed.increment();
            }
            case ABORTED -> skipped.increment();
        }
    }

    /** What was to be done before or after the tests of a class failed: that is no test, but a failure. */
    void containerFailed() {
        failed.increment();
    }

    void skipped(long tests) {
        skipped.add(tests);
    }

    boolean isEmpty() {
        return run.sum() + failed.sum() + skipped.sum() == 0;
    }

    Outcome outcome() {
        if (failed.sum() > 0) {
            return Outcome.FAILED;
        }
        return run.sum() > 0 ? Outcome.SUCCESS : Outcome.SKIPPED;
    }

    Stream<Measurement> measurements() {
        return Stream.of(
                count("tests.run", run, Direction.NONE),
                count("tests.failed", failed, Direction.LOWER),
                count("tests.skipped", skipped, Direction.NONE));
    }

    private static Measurement count(String name, LongAdder count, Direction direction) {
        return new Measurement(
                new Metric(name, Unit.COUNT, direction, NoiseClass.EXACT), count.sum(), List.of(), null, true);
    }
}
