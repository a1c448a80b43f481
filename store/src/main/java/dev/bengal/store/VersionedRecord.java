package dev.bengal.store;

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
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a record of schema version 1, or of a later one as far as its keys are known. */
final class VersionedRecord {
    private final Fields fields;
    private final String project;

    VersionedRecord(Fields fields, String project) {
        this.fields = fields;
        this.project = project;
    }

    BuildMetrics build() throws DamagedLineException {
        String id = fields.text("build_id");
        Instant timestamp = fields.time("timestamp");
        if (id == null || timestamp == null) {
            throw new DamagedLineException("not a build record: no " + (id == null ? "build_id" : "timestamp"));
        }
        String parent = fields.text("parent_build", "");
        return new BuildMetrics(
                new BuildIdentity(
                        new BuildId(id),
                        parent.isEmpty() ? null : new BuildId(parent),
                        timestamp,
                        fields.text("project", project),
                        new Scenario(fields.text("scenario", "build")),
                        fields.text("bengal_version")),
                new BuildStats(
                        outcome(fields),
                        fields.count("page_count"),
                        fields.count("total_pages"),
                        fields.count("asset_count")),
                commit(),
                ci(fields.object("ci")),
                totals(),
                fields.all("phases", VersionedRecord::phase),
                fields.all("top_allocators", VersionedRecord::allocator),
                fields.all("measurements", VersionedRecord::measurement),
                environment(fields.object("environment")));
    }

    private static Outcome outcome(Fields fields) {
        String word = fields.text("outcome");
        if (word == null) {
            fields.note("outcome is missing");
            return Outcome.FAILED;
        }
        return Outcome.ofWord(word).orElseGet(() -> {
            fields.note("outcome is unknown: " + word);
            return Outcome.FAILED;
        });
    }

    private @Nullable Commit commit() {
        String hash = fields.text("git_commit");
        return hash == null
                ? null
                : new Commit(
                        hash,
                        fields.text("git_branch"),
                        fields.texts("git_parents"),
                        fields.flag("git_dirty"),
                        fields.time("git_commit_time"));
    }

    private static @Nullable CiRun ci(Fields ci) {
        String provider = ci.text("provider");
        return provider == null
                ? null
                : new CiRun(provider, ci.text("run_id"), ci.text("url"), ci.count("pull_request"));
    }

    private Totals totals() {
        return new Totals(
                new TimeTotals(
                        fields.number("total_duration_ms"),
                        fields.number("cpu_ms"),
                        fields.number("child_cpu_ms"),
                        fields.number("unattributed_ms")),
                new MemoryTotals(
                        fields.number("memory_rss_mb"),
                        fields.number("memory_rss_peak_mb"),
                        fields.number("memory_heap_mb"),
                        fields.number("memory_peak_mb"),
                        fields.number("allocated_mb")),
                gc(fields),
                io(fields),
                fields.objects("estimates").stream()
                        .flatMap(VersionedRecord::estimate)
                        .toList());
    }

    private static GcActivity gc(Fields fields) {
        return new GcActivity(fields.count("gc_count"), fields.number("gc_ms"));
    }

    private static IoVolume io(Fields fields) {
        return new IoVolume(fields.number("io_read_mb"), fields.number("io_write_mb"));
    }

    private static Stream<Estimate> estimate(Fields estimate) {
        String value = estimate.text("value");
        return value == null ? Stream.empty() : Stream.of(new Estimate(value, estimate.text("source", "unknown")));
    }

    private static Stream<PhaseMetrics> phase(Fields phase) {
        String name = phase.text("name", "");
        Double duration = phase.number("duration_ms");
        if (name.isEmpty() || duration == null) {
            phase.note("a phase has no " + (name.isEmpty() ? "name" : "duration_ms"));
            return Stream.empty();
        }
        return Stream.of(new PhaseMetrics(
                name,
                phase.text("parent"),
                phase.text("thread"),
                phase.number("start_ms"),
                duration,
                phase.number("cpu_ms"),
                new PhaseMemory(
                        phase.number("memory_delta_mb"),
                        phase.number("memory_peak_mb"),
                        phase.number("heap_live_mb"),
                        phase.number("heap_peak_mb"),
                        phase.number("allocated_mb")),
                gc(phase),
                io(phase),
                phase.count("items_processed"),
                outcome(phase)));
    }

    private static Stream<AllocationSite> allocator(Fields site) {
        String file = site.text("file");
        String method = site.text("method");
        Double size = site.number("size_mb");
        if (file == null || method == null || size == null) {
            site.note("an allocator has no file, method or size_mb");
            return Stream.empty();
        }
        return Stream.of(new AllocationSite(
                file,
                site.count("line"),
                method,
                site.text("type"),
                size,
                Objects.requireNonNullElse(site.count("count"), 0L),
                Objects.requireNonNullElse(site.number("share"), 0.0)));
    }

    private static Stream<Measurement> measurement(Fields measurement) {
        String name = measurement.text("name", "");
        Double value = measurement.number("value");
        if (name.isEmpty() || value == null) {
            measurement.note("a measurement has no " + (name.isEmpty() ? "name" : "value"));
            return Stream.empty();
        }
        return Stream.of(new Measurement(
                new Metric(
                        name,
                        new Unit(measurement.text("unit", "")),
                        Direction.ofWord(measurement.text("direction", "")).orElse(Direction.NONE),
                        NoiseClass.ofWord(measurement.text("noise", "")).orElse(NoiseClass.NOISY)),
                value,
                measurement.numbers("samples"),
                measurement.text("source"),
                !Boolean.FALSE.equals(measurement.flag("exact"))));
    }

    private static Environment environment(Fields environment) {
        return new Environment(
                environment.text("fingerprint", "unknown"),
                new Machine(
                        environment.text("platform"),
                        environment.text("arch"),
                        environment.count("cpu_count"),
                        environment.text("cpu_model"),
                        environment.count("memory_mb"),
                        environment.text("limits"),
                        environment.text("host")),
                new Tooling(
                        environment.text("java_version"),
                        List.copyOf(environment.texts("jvm_flags")),
                        environment.text("tool")),
                new MachineLoad(
                        environment.number("load_1m"),
                        environment.number("steal_pct"),
                        environment.number("pressure_cpu_pct"),
                        environment.flag("contended")));
    }
}
