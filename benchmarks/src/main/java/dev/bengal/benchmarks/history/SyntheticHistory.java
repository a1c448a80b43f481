package dev.bengal.benchmarks.history;

import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.CiRun;
import dev.bengal.model.Commit;
import dev.bengal.model.Environment;
import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Machine;
import dev.bengal.model.MachineLoad;
import dev.bengal.model.MemoryTotals;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Scenario;
import dev.bengal.model.TimeTotals;
import dev.bengal.model.Tooling;
import dev.bengal.model.Totals;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * A made-up history of realistic size: five phases with every value, a full environment, two builds a commit, three machines, one
 * commit in five on a branch. The same bytes for the same number of builds and seed.
 */
public final class SyntheticHistory {
    private static final Instant FIRST = Instant.parse("2007-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofMinutes(10);
    private static final List<String> PHASES = List.of("discovery", "rendering", "pages", "assets", "postprocess");
    private static final double[] SHARES = {0.15, 0.7, 0.55, 0.05, 0.1};

    private final int builds;
    private final Random random;
    private String commit = "0".repeat(40);

    /**
     * A history of so many builds.
     *
     * @param seed of all that is made up
     */
    public SyntheticHistory(int builds, long seed) {
        this.builds = builds;
        this.random = new Random(seed);
    }

    /** Writes it; an older file is replaced. */
    public void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < builds; i++) {
                out.write(RecordEncoder.line(build(i)));
                out.write('\n');
            }
        }
    }

    /** The builds after each other; call it with 0, 1, 2, … */
    public BuildMetrics build(int i) {
        Instant start = FIRST.plus(BETWEEN.multipliedBy(i));
        String parent = commit;
        if (i % 2 == 0) {
            byte[] hash = new byte[20];
            random.nextBytes(hash);
            commit = HexFormat.of().formatHex(hash);
        }
        double millis = 1800 * Math.exp(0.03 * random.nextGaussian()) * (1 + i * 1e-6);
        return new BuildMetrics(
                new BuildIdentity(BuildId.create(start, random), null, start, "handbook", Scenario.SITE_FULL, "0.1.0"),
                new BuildStats(i % 97 == 13 ? Outcome.FAILED : Outcome.SUCCESS, 840L + i / 5000, 911L + i / 5000, 77L),
                new Commit(
                        commit,
                        i / 2 % 5 == 4 ? "feature/" + i / 400 : "main",
                        List.of(parent),
                        false,
                        start.minusSeconds(i % 2 == 0 ? 90 : 690)),
                new CiRun("github", Integer.toString(100_000 + i), "https://ci.example/runs/" + (100_000 + i), null),
                new Totals(
                        new TimeTotals(rounded(millis), rounded(millis * 1.9), 40.0, rounded(millis * 0.05)),
                        new MemoryTotals(memory(118), memory(301), memory(61), memory(140), memory(2048)),
                        new GcActivity(9L + random.nextInt(3), rounded(41 + random.nextGaussian())),
                        new IoVolume(memory(3.25), memory(17.5)),
                        List.of()),
                phases(millis),
                List.of(),
                List.of(),
                environment(i % 3));
    }

    private List<PhaseMetrics> phases(double millis) {
        List<PhaseMetrics> phases = new ArrayList<>();
        for (int p = 0; p < PHASES.size(); p++) {
            double duration = millis * SHARES[p];
            phases.add(new PhaseMetrics(
                    PHASES.get(p),
                    p == 2 || p == 3 ? "rendering" : null,
                    "main",
                    rounded(p * 20.5),
                    rounded(duration),
                    rounded(duration * 1.8),
                    new PhaseMemory(memory(20), memory(280), memory(58), memory(138), memory(1800 * SHARES[p])),
                    new GcActivity(3L, rounded(12 + random.nextGaussian())),
                    new IoVolume(memory(1.5), memory(12)),
                    840L,
                    Outcome.SUCCESS));
        }
        return phases;
    }

    private double memory(double level) {
        return rounded(level * (1 + 0.01 * random.nextGaussian()));
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }

    private static Environment environment(int machine) {
        return new Environment(
                List.of("75338fdaea66", "0a14c9b8e2d1", "f00dcafe1234").get(machine),
                new Machine(
                        "linux",
                        "amd64",
                        2L + 2L * machine,
                        "Example CPU " + machine,
                        24_105L,
                        null,
                        "c5fa29bc65b" + machine),
                new Tooling(
                        "17.0.15",
                        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"),
                        "bengal 0.1.0"),
                new MachineLoad(1.25, 0.0, 2.5, false));
    }
}
