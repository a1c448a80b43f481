package dev.bengal.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Commit;
import dev.bengal.model.Metric;
import dev.bengal.model.TotalMetric;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A build in a list. */
final class BuildSummary {
    private static final List<TotalMetric> SHOWN =
            List.of(TotalMetric.DURATION, TotalMetric.ALLOCATED, TotalMetric.RSS_GROWTH, TotalMetric.PAGES);

    private BuildSummary() {}

    static void write(JsonGenerator json, BuildRecord known) throws IOException {
        BuildMetrics build = known.build();
        json.writeStartObject();
        json.writeStringField("id", build.identity().id().value());
        json.writeStringField("project", build.identity().project());
        json.writeStringField("scenario", build.identity().scenario().name());
        json.writeStringField("timestamp", build.timestamp().toString());
        json.writeStringField("outcome", build.outcome().word());
        commit(json, build.commit());
        json.writeStringField("environment", build.environment().fingerprint());
        json.writeBooleanField(
                "contended", Boolean.TRUE.equals(build.environment().load().contended()));
        json.writeStringField("excluded", known.excluded());
        for (TotalMetric total : SHOWN) {
            OptionalDouble value = total.of(build);
            Document.number(json, total.metric().name(), value.isPresent() ? value.getAsDouble() : null);
        }
        json.writeEndObject();
    }

    private static void commit(JsonGenerator json, @Nullable Commit commit) throws IOException {
        json.writeStringField("commit", commit == null ? null : commit.hash());
        json.writeStringField("branch", commit == null ? null : commit.branch());
        json.writeBooleanField("dirty", commit != null && Boolean.TRUE.equals(commit.dirty()));
    }

    static void metric(JsonGenerator json, Metric metric) throws IOException {
        json.writeStringField("metric", metric.name());
        json.writeStringField("unit", metric.unit().symbol());
        json.writeStringField("direction", metric.direction().name().toLowerCase(Locale.ROOT));
    }
}
