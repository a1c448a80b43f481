package dev.bengal.junit;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.junit.OwnWork.Sum;
import dev.bengal.junit.OwnWork.Work;
import dev.bengal.model.Estimate;
import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * A phase for each test class, below that of the class it is nested in, if any. Not below what else its thread has open: one that waits
 * for the tests of a class may run another class meanwhile.
 */
final class ClassPhases {
    private static final String SOURCE = "only the threads that ran the class and its tests";

    private final PerformanceCollector collector;
    private final Optional<OwnWork> ownWork;
    private final Map<String, Queue<Sum>> sums = new ConcurrentHashMap<>();
    private final Map<String, OpenClass> open = new ConcurrentHashMap<>();

    /** @param ownWork where several classes may be open at once; else a class has the figures of the process */
    ClassPhases(PerformanceCollector collector, Optional<OwnWork> ownWork) {
        this.collector = collector;
        this.ownWork = ownWork;
    }

    void started(TestIdentifier container, TestPlan plan) {
        Optional<String> name = className(container);
        if (name.isEmpty()) {
            return;
        }
        Optional<OpenClass> around = around(container, plan);
        // The invocations of a class template have its class too.
        if (around.isEmpty() || !around.get().name().equals(name.get())) {
            Phase phase = around.map(outer -> outer.phase().phase(name.get()))
                    .orElseGet(() -> collector.topPhase(name.get()));
            OpenClass opened = new OpenClass(name.get(), phase, around, new Sum());
            sums.computeIfAbsent(name.get(), first -> new ConcurrentLinkedQueue<>())
                    .add(opened.sum());
            open.put(container.getUniqueId(), opened);
            ownWork.ifPresent(work -> work.begin(container.getUniqueId()));
        }
    }

    void finished(TestIdentifier container, Status status) {
        OpenClass ended = open.remove(container.getUniqueId());
        if (ended != null) {
            ownWork.ifPresent(work -> ended.did(work.end(container.getUniqueId())));
            if (status == Status.FAILED) {
                ended.phase().outcome(Outcome.FAILED);
            }
            ended.phase().close();
        }
    }

    /** A test starts. */
    void testStarted(TestIdentifier test) {
        ownWork.ifPresent(work -> work.begin(test.getUniqueId()));
    }

    /** A test of an open class ended. */
    void tested(TestIdentifier test, TestPlan plan, Status status) {
        Optional<Work> own = ownWork.flatMap(work -> work.end(test.getUniqueId()));
        around(test, plan).ifPresent(in -> {
            in.did(own);
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
     * The measured phases. Where several classes may be open at once, CPU time and allocation are those of the threads that ran
     * the class and its tests; collections and storage cannot be told from those of the others, and are left out.
     *
     * @param measured in the order in which they started
     */
    List<PhaseMetrics> withOwnWork(List<PhaseMetrics> measured) {
        if (ownWork.isEmpty()) {
            return measured;
        }
        Map<String, Queue<Sum>> next = new HashMap<>();
        sums.forEach((name, ofName) -> next.put(name, new ArrayDeque<>(ofName)));
        return measured.stream()
                .map(phase -> {
                    Queue<Sum> ofName = next.get(phase.name());
                    Sum sum = ofName == null ? null : ofName.poll();
                    return withOwnWork(phase, sum == null ? null : sum.total().orElse(null));
                })
                .toList();
    }

    /** What a record with such phases says of them. */
    List<Estimate> estimates() {
        return ownWork.isEmpty()
                ? List.of()
                : List.of(new Estimate("phases.cpu_ms", SOURCE), new Estimate("phases.allocated_mb", SOURCE));
    }

    private static PhaseMetrics withOwnWork(PhaseMetrics phase, @Nullable Work own) {
        PhaseMemory memory = phase.memory();
        return new PhaseMetrics(
                phase.name(),
                phase.parent(),
                phase.thread(),
                phase.startMillis(),
                phase.durationMillis(),
                own == null ? null : own.cpuMillis(),
                new PhaseMemory(
                        memory.deltaMebibytes(),
                        memory.peakMebibytes(),
                        memory.liveHeapMebibytes(),
                        memory.peakHeapMebibytes(),
                        own == null ? null : own.mebibytes()),
                GcActivity.UNKNOWN,
                IoVolume.UNKNOWN,
                phase.itemsProcessed(),
                phase.outcome());
    }

    /**
     * A class whose tests are running.
     *
     * @param around the one that it is nested in
     */
    private record OpenClass(String name, Phase phase, Optional<OpenClass> around, Sum sum) {
        /** It did this itself, or one of its tests: that counts for the classes around it too. */
        void did(Optional<Work> work) {
            sum.add(work);
            around.ifPresent(outer -> outer.did(work));
        }
    }
}
