package dev.bengal.journal;

import dev.bengal.model.AllocationSite;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.CiRun;
import dev.bengal.model.Commit;
import dev.bengal.model.Environment;
import dev.bengal.model.Estimate;
import dev.bengal.model.Measurement;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Totals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes a build as a record of schema version 1. The keys, their order and their units are documented in
 * {@code docs/content/record-format.md}.
 */
public final class RecordEncoder {
    /** The version that is written. Readers know every version from none to this one. */
    public static final int SCHEMA_VERSION = 1;

    private RecordEncoder() {}

    /** The record on one line, without a newline. */
    public static String line(BuildMetrics build) {
        return encode(build, new JsonWriter(false));
    }

    /** The same record for people, over many lines. */
    public static String pretty(BuildMetrics build) {
        return encode(build, new JsonWriter(true));
    }

    private static String encode(BuildMetrics build, JsonWriter json) {
        json.beginObject();
        identity(json, build.identity(), build.stats());
        commit(json, build.commit());
        ci(json, build.ci());
        counts(json, build.stats());
        totals(json, build.totals());
        if (!build.totals().estimates().isEmpty()) {
            json.beginArray("estimates");
            for (Estimate estimate : build.totals().estimates()) {
                estimate(json.beginElement(), estimate);
            }
            json.endArray();
        }
        json.beginArray("phases");
        for (PhaseMetrics phase : build.phases()) {
            phase(json.beginElement(), phase);
        }
        json.endArray();
        if (!build.topAllocators().isEmpty()) {
            json.beginArray("top_allocators");
            for (AllocationSite site : build.topAllocators()) {
                allocator(json.beginElement(), site);
            }
            json.endArray();
        }
        json.beginArray("measurements");
        for (Measurement measurement : build.measurements()) {
            measurement(json.beginElement(), measurement);
        }
        json.endArray();
        environment(json, build.environment());
        json.put("bengal_version", build.identity().bengalVersion());
        return json.endObject().toString();
    }

    private static void identity(JsonWriter json, BuildIdentity identity, BuildStats stats) {
        BuildId parent = identity.parentBuild();
        json.put("schema_version", SCHEMA_VERSION)
                .put("build_id", identity.id().value())
                .put("parent_build", parent == null ? null : parent.value())
                .put("timestamp", timestamp(identity.timestamp()))
                .put("project", identity.project())
                .put("scenario", identity.scenario().name())
                .put("outcome", stats.outcome().word());
    }

    private static void commit(JsonWriter json, @Nullable Commit commit) {
        if (commit == null) {
            json.put("git_commit", (String) null)
                    .put("git_branch", (String) null)
                    .put("git_parents", (String) null)
                    .put("git_dirty", (Boolean) null)
                    .put("git_commit_time", (String) null);
            return;
        }
        json.put("git_commit", commit.hash())
                .put("git_branch", commit.branch())
                .putStrings("git_parents", commit.parents())
                .put("git_dirty", commit.dirty())
                .put("git_commit_time", timestamp(commit.time()));
    }

    private static void ci(JsonWriter json, @Nullable CiRun ci) {
        if (ci == null) {
            json.put("ci", (String) null);
            return;
        }
        json.beginObject("ci")
                .put("provider", ci.provider())
                .put("run_id", ci.runId())
                .put("url", ci.url())
                .put("pull_request", ci.pullRequest())
                .endObject();
    }

    private static void counts(JsonWriter json, BuildStats stats) {
        json.put("page_count", stats.pageCount())
                .put("total_pages", stats.totalPages())
                .put("asset_count", stats.assetCount());
    }

    private static void totals(JsonWriter json, Totals totals) {
        json.put("total_duration_ms", totals.time().wallMillis())
                .put("cpu_ms", totals.time().cpuMillis())
                .put("child_cpu_ms", totals.time().childCpuMillis())
                .put("unattributed_ms", totals.time().unattributedMillis())
                .put("memory_rss_mb", totals.memory().rssGrowthMebibytes())
                .put("memory_rss_peak_mb", totals.memory().rssPeakMebibytes())
                .put("memory_heap_mb", totals.memory().liveHeapMebibytes())
                .put("memory_peak_mb", totals.memory().peakHeapMebibytes())
                .put("allocated_mb", totals.memory().allocatedMebibytes())
                .put("gc_count", totals.gc().count())
                .put("gc_ms", totals.gc().millis())
                .put("io_read_mb", totals.io().readMebibytes())
                .put("io_write_mb", totals.io().writtenMebibytes());
    }

    private static void estimate(JsonWriter json, Estimate estimate) {
        json.put("value", estimate.value())
                .put("source", estimate.source())
                .put("exact", false)
                .endObject();
    }

    private static void phase(JsonWriter json, PhaseMetrics phase) {
        json.put("name", phase.name())
                .put("parent", phase.parent())
                .put("thread", phase.thread())
                .put("start_ms", phase.startMillis())
                .put("duration_ms", phase.durationMillis())
                .put("cpu_ms", phase.cpuMillis())
                .put("memory_delta_mb", phase.memory().deltaMebibytes())
                .put("memory_peak_mb", phase.memory().peakMebibytes())
                .put("heap_live_mb", phase.memory().liveHeapMebibytes())
                .put("heap_peak_mb", phase.memory().peakHeapMebibytes())
                .put("allocated_mb", phase.memory().allocatedMebibytes())
                .put("gc_count", phase.gc().count())
                .put("gc_ms", phase.gc().millis())
                .put("io_read_mb", phase.io().readMebibytes())
                .put("io_write_mb", phase.io().writtenMebibytes())
                .put("items_processed", phase.itemsProcessed())
                .put("outcome", phase.outcome().word())
                .endObject();
    }

    private static void allocator(JsonWriter json, AllocationSite site) {
        json.put("file", site.file())
                .put("line", site.line())
                .put("method", site.method())
                .put("type", site.type())
                .put("size_mb", site.sizeMebibytes())
                .put("count", site.count())
                .put("share", site.share())
                .endObject();
    }

    private static void measurement(JsonWriter json, Measurement measurement) {
        json.put("name", measurement.metric().name())
                .putExact("value", measurement.value())
                .put("unit", measurement.metric().unit().symbol())
                .put("direction", measurement.metric().direction().word())
                .put("noise", measurement.metric().noise().word())
                .putExact("samples", measurement.samples())
                .put("source", measurement.source())
                .put("exact", measurement.exact())
                .endObject();
    }

    private static void environment(JsonWriter json, Environment environment) {
        json.beginObject("environment")
                .put("fingerprint", environment.fingerprint())
                .put("java_version", environment.tooling().javaVersion())
                .put("platform", environment.machine().platform())
                .put("arch", environment.machine().arch())
                .put("cpu_count", environment.machine().cpuCount())
                .put("cpu_model", environment.machine().cpuModel())
                .put("memory_mb", environment.machine().memoryMebibytes())
                .put("limits", environment.machine().limits())
                .putStrings("jvm_flags", environment.tooling().jvmFlags())
                .put("tool", environment.tooling().tool())
                .put("host", environment.machine().host())
                .put("load_1m", environment.load().load1m())
                .put("steal_pct", environment.load().stealPercent())
                .put("pressure_cpu_pct", environment.load().pressureCpuPercent())
                .put("contended", environment.load().contended())
                .endObject();
    }

    private static @Nullable String timestamp(@Nullable Instant instant) {
        return instant == null ? null : UtcText.of(instant);
    }
}
