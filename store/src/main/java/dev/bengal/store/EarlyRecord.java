package dev.bengal.store;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Direction;
import dev.bengal.model.Environment;
import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Machine;
import dev.bengal.model.MachineLoad;
import dev.bengal.model.Measurement;
import dev.bengal.model.MemoryTotals;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Scenario;
import dev.bengal.model.TimeTotals;
import dev.bengal.model.Tooling;
import dev.bengal.model.Totals;
import dev.bengal.model.Unit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records without a version that the Python generator of the same name wrote from October 2025 on. Ten variants
 * exist, each with more keys than the one before; all of them are read by what they hold rather than by their variant.
 *
 * <p>They differ from today's in this: times without an offset are UTC, phases are keys of their own or maps, a heap of 0.0
 * was not measured, {@code memory_rss_mb} is the resident set at the end less that at the start, and a build has no id, so
 * that the hash of its bytes stands for one.
 */
final class EarlyRecord {
    private static final List<String> PHASES = List.of(
            "fonts",
            "discovery",
            "taxonomy",
            "menu",
            "related_posts",
            "rendering",
            "assets",
            "postprocess",
            "health_check");

    /** Maps of phases: the key, the phase around them, and what tells their names apart. */
    private static final List<PhaseMap> PHASE_MAPS = List.of(
            new PhaseMap("phase_timings_ms", null, ""),
            new PhaseMap("postprocess_task_timings_ms", "postprocess", "task "),
            new PhaseMap("postprocess_output_timings_ms", "postprocess", "output "),
            new PhaseMap("post_render_timings_ms", null, "post-render "));

    private static final Set<String> TOTALS = Set.of(
            "timestamp",
            "python_version",
            "platform",
            "regular_pages",
            "total_pages",
            "total_assets",
            "build_time_ms",
            "memory_rss_mb",
            "memory_heap_mb",
            "memory_peak_mb");

    private final Fields fields;
    private final String project;
    private final String line;

    EarlyRecord(Fields fields, String project, String line) {
        this.fields = fields;
        this.project = project;
        this.line = line;
    }

    BuildMetrics build() throws DamagedLineException {
        Instant timestamp = fields.time("timestamp");
        if (timestamp == null) {
            throw new DamagedLineException("not a build record: no timestamp");
        }
        if (!fields.has("build_time_ms")) {
            throw new DamagedLineException("not a build record: no build_time_ms");
        }
        noteNulls();
        return new BuildMetrics(
                new BuildIdentity(new BuildId("sha256-" + hash()), null, timestamp, project, scenario(), null),
                new BuildStats(
                        Boolean.TRUE.equals(fields.flag("skipped")) ? Outcome.SKIPPED : Outcome.SUCCESS,
                        fields.count("regular_pages"),
                        fields.count("total_pages"),
                        fields.count("total_assets")),
                null,
                null,
                totals(),
                phases(),
                List.of(),
                measurements(),
                environment());
    }

    private void noteNulls() {
        for (String key : fields.keys()) {
            if (fields.isNull(key)) {
                fields.note(key + " is null");
            }
        }
    }

    private Scenario scenario() {
        return new Scenario((Boolean.TRUE.equals(fields.flag("incremental")) ? "site incremental" : "site full")
                + (Boolean.FALSE.equals(fields.flag("parallel")) ? " sequential" : ""));
    }

    private Totals totals() {
        return new Totals(
                new TimeTotals(fields.number("build_time_ms"), null, null, null),
                new MemoryTotals(
                        fields.number("memory_rss_mb"),
                        null,
                        unlessZero(fields.number("memory_heap_mb")),
                        unlessZero(fields.number("memory_peak_mb")),
                        null),
                GcActivity.UNKNOWN,
                IoVolume.UNKNOWN,
                List.of());
    }

    private static @Nullable Double unlessZero(@Nullable Double value) {
        return value == null || value == 0 ? null : value;
    }

    private List<PhaseMetrics> phases() {
        Map<String, PhaseMetrics> phases = new LinkedHashMap<>();
        for (String name : PHASES) {
            add(phases, fields, name + "_time_ms", name, null);
        }
        for (PhaseMap map : PHASE_MAPS) {
            Fields durations = fields.object(map.key());
            for (String name : durations.keys()) {
                if (durations.isNull(name)) {
                    fields.note(map.key() + " holds null for " + name);
                }
                add(phases, durations, name, map.prefix() + name, map.parent());
            }
        }
        return List.copyOf(phases.values());
    }

    /** A phase that is there both as a key of its own and in a map counts once; the maps write names in capitals. */
    private static void add(
            Map<String, PhaseMetrics> phases, Fields durations, String key, String name, @Nullable String parent) {
        Double duration = durations.number(key);
        if (duration != null && !key.isBlank()) {
            String small = name.toLowerCase(Locale.ROOT);
            phases.putIfAbsent(small, phase(PHASES.contains(small) ? small : name, parent, duration));
        }
    }

    private static PhaseMetrics phase(String name, @Nullable String parent, double duration) {
        return PhaseMetrics.timed(name, parent, null, duration, Outcome.SUCCESS);
    }

    /** Every other number, under its own name. */
    private List<Measurement> measurements() {
        List<Measurement> measurements = new ArrayList<>();
        for (String key : fields.keys()) {
            boolean isPhase = key.endsWith("_time_ms") && PHASES.contains(key.substring(0, key.length() - 8));
            boolean isOther = !isPhase && !key.isBlank() && !TOTALS.contains(key);
            Double value = isOther && fields.isNumber(key) ? fields.number(key) : null;
            if (value != null) {
                boolean timed = key.endsWith("_ms");
                Metric metric = new Metric(
                        key,
                        timed ? Unit.MILLISECONDS : Unit.COUNT,
                        Direction.NONE,
                        timed ? NoiseClass.NOISY : NoiseClass.EXACT);
                measurements.add(new Measurement(metric, value, List.of(), null, true));
            }
        }
        return measurements;
    }

    private Environment environment() {
        String python = fields.text("python_version", "unknown");
        String platform = fields.text("platform", "unknown");
        String[] digits = python.split("\\.");
        String feature = digits.length < 2 ? python : digits[0] + "." + digits[1];
        return new Environment(
                "python " + feature + " " + platform,
                new Machine(platform, null, null, null, null, null, null),
                new Tooling(null, List.of(), "python " + python),
                MachineLoad.UNKNOWN);
    }

    private String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private record PhaseMap(String key, @Nullable String parent, String prefix) {}
}
