package dev.bengal.benchmarks.jmh;

import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Where a series stepped: noise of 2 %, four in a hundred values wild, another level every 160 builds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ChangePointBenchmark {
    private static final ChangePointDetector DETECTOR = new ChangePointDetector();

    private double[] thousand = {};
    private double[] hundredThousand = {};
    private List<double[]> many = List.of();

    /** Makes the series. */
    @Setup
    public void make() {
        thousand = series(1, 1000);
        hundredThousand = series(2, 100_000);
        many = IntStream.range(0, 10_000).mapToObj(i -> series(i, 200)).toList();
    }

    /** One of 1,000 builds. */
    @Benchmark
    public List<ChangePoint> thousand() {
        return DETECTOR.detect(thousand);
    }

    /** One of 100,000 builds. */
    @Benchmark
    public List<ChangePoint> hundredThousand() {
        return DETECTOR.detect(hundredThousand);
    }

    /** 10,000 of 200 builds each, on all cores. */
    @Benchmark
    public long tenThousandOfTwoHundred() {
        return many.parallelStream()
                .mapToLong(values -> DETECTOR.detect(values).size())
                .sum();
    }

    private static double[] series(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[length];
        double level = 1000;
        for (int i = 0; i < length; i++) {
            level = i % 160 == 80 ? 1000 * random.nextDouble(0.7, 1.4) : level;
            double gaussian =
                    Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
            double wild = random.nextDouble() < 0.04 ? random.nextDouble(0.1, 1) : 0;
            values[i] = level * Math.exp(0.02 * gaussian + wild);
        }
        return values;
    }
}
