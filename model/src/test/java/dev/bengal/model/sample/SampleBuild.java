package dev.bengal.model.sample;

import dev.bengal.model.AllocationSite;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.CiRun;
import dev.bengal.model.Commit;
import dev.bengal.model.Direction;
import dev.bengal.model.Environment;
import dev.bengal.model.Estimate;
import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Machine;
import dev.bengal.model.MachineLoad;
import dev.bengal.model.Measurement;
import dev.bengal.model.MemoryTotals;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Scenario;
import dev.bengal.model.TimeTotals;
import dev.bengal.model.Tooling;
import dev.bengal.model.Totals;
import dev.bengal.model.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A build to vary. Unless told otherwise it is a success of project {@code docs}, scenario {@code site full}, started at
 * {@link #START}, outside any repository and CI, with nothing measured, in an environment of fingerprint {@code desk}.
 */
public final class SampleBuild {
    /** When a build starts that is not told when. */
    public static final Instant START = Instant.parse("2026-03-04T05:06:07.089Z");

    private static final MemoryTotals NO_MEMORY = new MemoryTotals(null, null, null, null, null);

    private final String id;
    private Instant start = START;
    private String project = "docs";
    private Scenario scenario = Scenario.SITE_FULL;
    private Outcome outcome = Outcome.SUCCESS;
    private @Nullable Long pages;
    private @Nullable Commit commit;
    private TimeTotals time = new TimeTotals(null, null, null, null);
    private MemoryTotals memory = NO_MEMORY;
    private List<PhaseMetrics> phases = List.of();
    private String fingerprint = "desk";

    private SampleBuild(String id) {
        this.id = id;
    }

    /** A sample with this id. */
    public static SampleBuild id(String id) {
        return new SampleBuild(id);
    }

    /** Its start, such as {@code 2026-03-04T05:06:07Z}. */
    public SampleBuild start(String timestamp) {
        this.start = Instant.parse(timestamp);
        return this;
    }

    public SampleBuild project(String project) {
        this.project = project;
        return this;
    }

    public SampleBuild scenario(String scenario) {
        this.scenario = new Scenario(scenario);
        return this;
    }

    public SampleBuild outcome(Outcome outcome) {
        this.outcome = outcome;
        return this;
    }

    public SampleBuild pages(@Nullable Long pages) {
        this.pages = pages;
        return this;
    }

    /** A clean commit on {@code main}. */
    public SampleBuild commit(String hash) {
        return commit(hash, false);
    }

    /** A commit on {@code main}; {@code dirty} is null where that could not be told. */
    public SampleBuild commit(String hash, @Nullable Boolean dirty) {
        this.commit = new Commit(hash, "main", List.of(), dirty, null);
        return this;
    }

    /** Its wall time. */
    public SampleBuild millis(double wall) {
        return time(wall, null, null);
    }

    public SampleBuild time(@Nullable Double wall, @Nullable Double cpu, @Nullable Double unattributed) {
        this.time = new TimeTotals(wall, cpu, null, unattributed);
        return this;
    }

    /** Resident growth, live heap and allocated bytes, in MiB. */
    public SampleBuild memory(@Nullable Double rss, @Nullable Double heap, @Nullable Double allocated) {
        this.memory = new MemoryTotals(rss, null, heap, null, allocated);
        return this;
    }

    /** Resident growth and peak, live and peak heap and allocated bytes, in MiB. */
    public SampleBuild memory(MemoryTotals totals) {
        this.memory = totals;
        return this;
    }

    /** One more phase that succeeded and of which only the time is known. */
    public SampleBuild phase(String name, @Nullable String parent, double millis) {
        return phase(PhaseMetrics.timed(name, parent, null, millis, Outcome.SUCCESS));
    }

    /** One more phase. */
    public SampleBuild phase(PhaseMetrics phase) {
        List<PhaseMetrics> more = new ArrayList<>(phases);
        more.add(phase);
        this.phases = more;
        return this;
    }

    public SampleBuild fingerprint(String fingerprint) {
        this.fingerprint = fingerprint;
        return this;
    }

    /** The build. */
    public BuildMetrics build() {
        return new BuildMetrics(
                new BuildIdentity(new BuildId(id), null, start, project, scenario, null),
                new BuildStats(outcome, pages, null, null),
                commit,
                null,
                new Totals(time, memory, GcActivity.UNKNOWN, IoVolume.UNKNOWN, List.of()),
                phases,
                List.of(),
                List.of(),
                new Environment(
                        fingerprint,
                        new Machine(null, null, null, null, null, null, null),
                        new Tooling(null, List.of(), null),
                        MachineLoad.UNKNOWN));
    }

    /** A build in which every value that a record can hold is there, and no two are equal by chance. */
    public static BuildMetrics complete() {
        return new BuildMetrics(
                new BuildIdentity(
                        new BuildId("01complete"),
                        new BuildId("00parent"),
                        START,
                        "docs",
                        new Scenario("site incremental"),
                        "0.1.0"),
                new BuildStats(Outcome.SUCCESS, 842L, 910L, 77L),
                new Commit(
                        "0123456789abcdef0123456789abcdef01234567",
                        "feature/größer",
                        List.of("aaaa456789abcdef0123456789abcdef01234567", "bbbb456789abcdef0123456789abcdef01234567"),
                        true,
                        Instant.parse("2026-03-03T22:00:01Z")),
                new CiRun("github", "987654", "https://ci.example/runs/987654", 12L),
                new Totals(
                        new TimeTotals(1930.25, 4100.5, 12.125, 30.75),
                        new MemoryTotals(118.375, 301.5, 61.0, 140.625, 2048.0),
                        new GcActivity(9L, 41.5),
                        new IoVolume(3.25, 17.5),
                        List.of(new Estimate("memory_rss_peak_mb", "sampled every 50 ms"))),
                List.of(
                        new PhaseMetrics(
                                "rendering",
                                null,
                                "main",
                                20.5,
                                1500.0,
                                3900.125,
                                new PhaseMemory(90.5, 290.25, 58.5, 138.25, 1800.0),
                                new GcActivity(7L, 33.5),
                                new IoVolume(1.5, 12.0),
                                842L,
                                Outcome.SUCCESS),
                        new PhaseMetrics(
                                "templates",
                                "rendering",
                                "worker-1",
                                25.0,
                                700.875,
                                650.0,
                                new PhaseMemory(-3.5, 280.0, null, 130.0, 900.5),
                                new GcActivity(0L, 0.0),
                                IoVolume.UNKNOWN,
                                841L,
                                Outcome.FAILED)),
                List.of(
                        new AllocationSite("Markdown.java", 42L, "Markdown.parse", "byte[]", 512.5, 320L, 0.25),
                        new AllocationSite("Native.java", null, "Native.call", null, 1.5, 2L, 0.001)),
                List.of(
                        new Measurement(
                                new Metric("output_mb", Unit.MEBIBYTES, Direction.NONE, NoiseClass.EXACT),
                                33.5,
                                List.of(),
                                null,
                                true),
                        new Measurement(
                                new Metric("parse", new Unit("ops/s"), Direction.HIGHER, NoiseClass.NOISY),
                                1250.5,
                                List.of(1200.25, 1250.5, 1300.75),
                                "harness",
                                false)),
                new Environment(
                        "f00dfeed",
                        new Machine("linux", "amd64", 8L, "Example CPU 3000", 32768L, "cpu=4 memory=8192MB", "h0st"),
                        new Tooling("17.0.15", List.of("-Xmx2g", "-XX:+UseG1GC"), "bengal 0.1.0"),
                        new MachineLoad(1.5, 0.5, 2.25, true)));
    }
}
