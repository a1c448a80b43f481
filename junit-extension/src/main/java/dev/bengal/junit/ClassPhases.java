package dev.bengal.junit;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** A phase for each test class, below that of the class it is nested in. */
final class ClassPhases {
    private final PerformanceCollector collector;
    private final boolean parallel;
    private final Map<String, OpenClass> open = new ConcurrentHashMap<>();
    private final Map<String, String> enclosing = new ConcurrentHashMap<>();

    /** @param parallel whether several classes may be open at once */
    ClassPhases(PerformanceCollector collector, boolean parallel) {
        this.collector = collector;
        this.parallel = parallel;
    }

    void started(TestIdentifier container, TestPlan plan) {
        Optional<String> name = className(container);
        if (name.isEmpty()) {
            return;
        }
        Optional<OpenClass> around = around(container, plan);
        // The invocations of a class template have its class too.
        if (around.isEmpty() || !around.get().name().equals(name.get())) {
            around.ifPresent(outer -> enclosing.put(name.get(), outer.name()));
            open.put(container.getUniqueId(), new OpenClass(name.get(), collector.phase(name.get())));
        }
    }

    void finished(TestIdentifier container, Status status) {
        OpenClass ended = open.remove(container.getUniqueId());
        if (ended != null) {
            if (status == Status.FAILED) {
                ended.phase().outcome(Outcome.FAILED);
            }
            ended.phase().close();
        }
    }

    /** A test of an open class ended. */
    void tested(TestIdentifier test, TestPlan plan, Status status) {
        around(test, plan).ifPresent(in -> {
            if (status != Status.ABORTED) {
                in.phase().recordItems(1);
            }
            if (status == Status.FAILED) {
                in.phase().outcome(Outcome.FAILED);
            }
        });
    }

    private Optional<OpenClass> around(TestIdentifier test, TestPlan plan) {
        Optional<TestIdentifier> parent = plan.getParent(test);
        while (parent.isPresent()) {
            OpenClass found = open.get(parent.get().getUniqueId());
            if (found != null) {
                return Optional.of(found);
            }
            parent = plan.getParent(parent.get());
        }
        return Optional.empty();
    }

    private static Optional<String> className(TestIdentifier container) {
        return container
                .getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getClassName());
    }

    /**
     * The measured phases, each below the class that it is nested in: a thread that waits for the tests of one class may run
     * another class meanwhile, which the collector then takes for nested. Where that can be, CPU time, allocation and storage
     * of a class cannot be told from those of the others, and are left out.
     */
    List<PhaseMetrics> sorted(List<PhaseMetrics> measured) {
        return measured.stream()
                .map(phase -> sorted(phase, enclosing.get(phase.name())))
                .toList();
    }

    private PhaseMetrics sorted(PhaseMetrics phase, @Nullable String parent) {
        PhaseMemory memory = phase.memory();
        return new PhaseMetrics(
                phase.name(),
                parent,
                phase.thread(),
                phase.startMillis(),
                phase.durationMillis(),
                parallel ? null : phase.cpuMillis(),
                parallel
                        ? new PhaseMemory(
                                memory.deltaMebibytes(),
                                memory.peakMebibytes(),
                                memory.liveHeapMebibytes(),
                                memory.peakHeapMebibytes(),
                                null)
                        : memory,
                parallel ? GcActivity.UNKNOWN : phase.gc(),
                parallel ? IoVolume.UNKNOWN : phase.io(),
                phase.itemsProcessed(),
                phase.outcome());
    }

    /** A class whose tests are running. */
    private record OpenClass(String name, Phase phase) {}
}
