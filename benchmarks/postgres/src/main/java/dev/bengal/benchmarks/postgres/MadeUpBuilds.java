package dev.bengal.benchmarks.postgres;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Builds of a project, the same for the same number: five phases, full environment, over three years; a fifth of them on a branch,
 * in two scenarios on three kinds of machines.
 */
final class MadeUpBuilds {
    static final Instant START = Instant.parse("2023-01-01T00:00:00Z");

    private static final Duration ALL = Duration.ofDays(3 * 365);
    private static final List<String> PHASES = List.of("discovery", "assets", "rendering", "taxonomies", "postprocess");

    private final long most;
    private final Random random = new Random(42);

    /** @param most over how many builds the three years are spread */
    MadeUpBuilds(long most) {
        this.most = most;
    }

    /** The start of a build. */
    Instant start(long number) {
        return START.plusMillis((long) ((double) ALL.toMillis() / most * number));
    }

    /** Lines of the next builds. */
    List<byte[]> lines(long first, int count) {
        List<byte[]> lines = new ArrayList<>(count);
        for (long number = first; number < first + count; number++) {
            lines.add(RecordEncoder.line(build(number)).getBytes(StandardCharsets.UTF_8));
        }
        return lines;
    }

    private BuildMetrics build(long number) {
        Instant start = start(number);
        double wall = around(1800);
        String branch = number % 5 == 0 ? "feature/" + number / 500 : "main";
        return new BuildMetrics(
                new BuildIdentity(
                        BuildId.create(start, random),
                        null,
                        start,
                        "docs",
                        new Scenario(number % 3 == 0 ? "site incremental" : "site full"),
                        "0.1.0"),
                new BuildStats(number % 50 == 0 ? Outcome.FAILED : Outcome.SUCCESS, 840L, 910L, 77L),
                new Commit(hash(number / 4), branch, List.of(hash(number / 4 - 1)), false, start.minusSeconds(300)),
                new CiRun("github", Long.toString(number), "https://ci.example/runs/" + number, null),
                new Totals(
                        new TimeTotals(wall, around(4100), around(12), around(30)),
                        new MemoryTotals(around(118), around(301), around(61), around(140), around(2048)),
                        new GcActivity(9L, around(41)),
                        new IoVolume(around(3), around(17)),
                        List.of()),
                PHASES.stream().map(this::phase).toList(),
                List.of(),
                List.of(),
                new Environment(
                        "f00dfee" + number % 3,
                        new Machine("linux", "amd64", 8L, "Example CPU 3000", 32768L, "cpu=4 memory=8192MB", "h0st"),
                        new Tooling("17.0.15", List.of("-Xmx2g", "-XX:+UseG1GC"), "bengal 0.1.0"),
                        new MachineLoad(around(1), around(1), around(2), false)));
    }

    private PhaseMetrics phase(String name) {
        return new PhaseMetrics(
                name,
                null,
                "main",
                around(20),
                around(360),
                around(800),
                new PhaseMemory(around(18), around(290), around(58), around(138), around(400)),
                new GcActivity(2L, around(8)),
                new IoVolume(around(1), around(3)),
                842L,
                Outcome.SUCCESS);
    }

    private double around(double value) {
        return value * (1 + 0.05 * random.nextGaussian());
    }

    private static String hash(long number) {
        return String.format("%040x", number + 0x5eed_5eed_5eedL);
    }
}
