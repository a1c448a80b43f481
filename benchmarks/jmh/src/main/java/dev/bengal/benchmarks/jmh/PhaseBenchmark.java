package dev.bengal.benchmarks.jmh;

import dev.bengal.collector.Instruments;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.collector.Surroundings;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.model.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Entering and leaving a phase, inside of another one: with all probes, and with the clock alone. Each invocation is a
 * thousand phases of one build, since a build keeps what it measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PhaseBenchmark {
    private static final int PHASES = 1000;
    private static final TrackedBuild BUILD =
            new TrackedBuild("benchmark", new Scenario("phases"), Path.of("."), List.of(), "benchmark");

    private PerformanceCollector allProbes = PerformanceCollector.timingOnly(BUILD);
    private PerformanceCollector clockAlone = PerformanceCollector.timingOnly(BUILD);

    /** Begins a build each. */
    @Setup(Level.Invocation)
    public void start() {
        allProbes = new PerformanceCollector(BUILD, Instruments.ofThisJvm(), Surroundings.unknown(), warning -> {});
        allProbes.startBuild();
        clockAlone = PerformanceCollector.timingOnly(BUILD);
        clockAlone.startBuild();
    }

    /** Lets go of them. */
    @TearDown(Level.Invocation)
    public void end() {
        allProbes.close();
        clockAlone.close();
    }

    /** With memory, allocation, CPU, heap and storage. */
    @Benchmark
    @OperationsPerInvocation(PHASES)
    public void allProbes() {
        phases(allProbes);
    }

    /** With the clock alone. */
    @Benchmark
    @OperationsPerInvocation(PHASES)
    public void clockAlone() {
        phases(clockAlone);
    }

    private static void phases(PerformanceCollector collector) {
        try (Phase around = collector.phase("around")) {
            for (int i = 0; i < PHASES; i++) {
                collector.phase("phase").close();
            }
        }
    }
}
