package dev.bengal.benchmarks.changepoints;

import dev.bengal.analysis.Baseline;
import dev.bengal.analysis.GrowthJudge;
import dev.bengal.analysis.Limit;
import dev.bengal.analysis.Verdict;
import dev.bengal.model.BuildId;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates {@code check}: a baseline of 20 builds, a candidate of 5, log-normal noise with 4 % wild values. */
@Command(
        name = "power",
        description = "Simulates check: how often it fails without a reason, and how often it sees a step.")
final class PowerCommand implements Runnable {
    private static final double WILD_SHARE = 0.04;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--seed", defaultValue = "1", description = "${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(names = "--count", defaultValue = "20000", description = "Of each row; ${DEFAULT-VALUE} by default.")
    private int count;

    private SplittableRandom random = new SplittableRandom(1);

    @Override
    public void run() {
        random = new SplittableRandom(seed);
        PrintWriter out = spec.commandLine().getOut();
        out.println("| noise (CV) | step | limit | failed |");
        out.println("|---:|---:|---:|---:|");
        row(out, 0.02, 0, 0.02);
        row(out, 0.05, 0, 0.02);
        row(out, 0.02, 0, 0.20);
        row(out, 0.05, 0, 0.20);
        row(out, 0.02, 0.10, 0.02);
        row(out, 0.02, 0.25, 0.20);
        out.flush();
    }

    private void row(PrintWriter out, double spread, double step, double limit) {
        int failed = 0;
        for (int i = 0; i < count; i++) {
            Baseline baseline = new Baseline(points(values(20, spread, 1)));
            Verdict verdict = GrowthJudge.compare(
                            TotalMetric.DURATION.metric(), baseline, values(5, spread, 1 + step), Limit.ofGrowth(limit))
                    .verdict();
            failed += verdict == Verdict.REGRESSED ? 1 : 0;
        }
        out.printf(
                Locale.ROOT,
                "| %.0f %% | +%.0f %% | %.0f %% | %.2f %% |%n",
                100 * spread,
                100 * step,
                100 * limit,
                100.0 * failed / count);
    }

    private double[] values(int size, double spread, double factor) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            double gaussian =
                    Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
            double wild = random.nextDouble() < WILD_SHARE ? random.nextDouble(0.1, 1) : 0;
            values[i] = 1000 * factor * Math.exp(spread * gaussian + wild);
        }
        return values;
    }

    private static List<Series.Point> points(double[] values) {
        List<Series.Point> points = new ArrayList<>();
        for (double value : values) {
            points.add(new Series.Point(
                    new BuildId("build " + points.size()), Instant.EPOCH, value, null, null, "machine"));
        }
        return points;
    }
}
