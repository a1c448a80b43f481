package dev.bengal.junit;

import dev.bengal.model.Direction;
import dev.bengal.model.Measurement;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Outcome;
import dev.bengal.model.Unit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestIdentifier;

/**
 * How many tests ran and how they ended. Each counts once, as it ended last: Surefire may run a failed one again. One that an
 * assumption aborted counts as skipped.
 */
final class TestCounts {
    private final Map<String, Status> tests = new ConcurrentHashMap<>();
    private final Set<String> failedContainers = ConcurrentHashMap.newKeySet();

    void test(TestIdentifier test, Status status) {
        tests.put(test.getUniqueId(), status);
    }

    /** What was to be done before or after the tests of a class failed or not: that is no test, but may be a failure. */
    void container(TestIdentifier container, Status status) {
        if (status == Status.FAILED) {
            failedContainers.add(container.getUniqueId());
        } else {
            failedContainers.remove(container.getUniqueId());
        }
    }

    void skipped(Stream<TestIdentifier> skipped) {
        skipped.filter(TestIdentifier::isTest).forEach(test -> test(test, Status.ABORTED));
    }

    boolean isEmpty() {
        return tests.isEmpty() && failedContainers.isEmpty();
    }

    Outcome outcome() {
        if (failed() > 0) {
            return Outcome.FAILED;
        }
        return count(Status.SUCCESSFUL) > 0 ? Outcome.SUCCESS : Outcome.SKIPPED;
    }

    Stream<Measurement> measurements() {
        return Stream.of(
                measurement("tests.run", count(Status.SUCCESSFUL) + count(Status.FAILED), Direction.NONE),
                measurement("tests.failed", failed(), Direction.LOWER),
                measurement("tests.skipped", count(Status.ABORTED), Direction.NONE));
    }

    private long failed() {
        return count(Status.FAILED) + failedContainers.size();
    }

    private long count(Status status) {
        return tests.values().stream().filter(status::equals).count();
    }

    private static Measurement measurement(String name, long count, Direction direction) {
        return new Measurement(new Metric(name, Unit.COUNT, direction, NoiseClass.EXACT), count, List.of(), null, true);
    }
}
