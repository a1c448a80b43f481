package dev.bengal.formats.writing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import dev.bengal.model.Metric;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * OTLP as JSON: each build is a trace with a span for each phase, and its totals and measurements are gauges. Ids follow from those of the
 * builds, so that a build that is sent twice is the same trace.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP, JSON Protobuf encoding</a>
 */
public final class OtlpWriter {
    private static final int TRACE_DIGITS = 32;
    private static final int SPAN_DIGITS = 16;
    private static final int INTERNAL = 1;
    private static final int OK = 1;
    private static final int ERROR = 2;
    private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);

    /** The body of {@code /v1/traces}, on one line. */
    public String traces(List<BuildMetrics> builds) throws IOException {
        return document("resourceSpans", "scopeSpans", "spans", builds, OtlpWriter::spans);
    }

    /** The body of {@code /v1/metrics}, on one line. */
    public String metrics(List<BuildMetrics> builds) throws IOException {
        return document("resourceMetrics", "scopeMetrics", "metrics", builds, OtlpWriter::gauges);
    }

    private interface Body {
        void write(JsonGenerator json, BuildMetrics build) throws IOException;
    }

    private static String document(String outer, String scope, String inner, List<BuildMetrics> builds, Body body)
            throws IOException {
        return JsonOutput.line(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart(outer);
            for (BuildMetrics build : builds) {
                json.writeStartObject();
                json.writeObjectFieldStart("resource");
                attributes(json, resource(build));
                json.writeEndObject();
                json.writeArrayFieldStart(scope);
                json.writeStartObject();
                json.writeObjectFieldStart("scope");
                json.writeStringField("name", "dev.bengal");
                json.writeStringField(
                        "version", Objects.requireNonNullElse(build.identity().bengalVersion(), ""));
                json.writeEndObject();
                json.writeArrayFieldStart(inner);
                body.write(json, build);
                json.writeEndArray();
                json.writeEndObject();
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Map<String, @Nullable String> resource(BuildMetrics build) {
        Commit commit = build.commit();
        Map<String, @Nullable String> resource = new LinkedHashMap<>();
        resource.put("service.name", build.identity().project());
        resource.put("bengal.scenario", build.identity().scenario().name());
        resource.put("bengal.build_id", build.identity().id().value());
        resource.put("bengal.environment", build.environment().fingerprint());
        resource.put("vcs.ref.head.revision", commit == null ? null : commit.hash());
        resource.put("vcs.ref.head.name", commit == null ? null : commit.branch());
        resource.put("os.type", build.environment().machine().platform());
        resource.put("host.arch", build.environment().machine().arch());
        return resource;
    }

    private static void attributes(JsonGenerator json, Map<String, @Nullable String> values) throws IOException {
        json.writeArrayFieldStart("attributes");
        for (Map.Entry<String, @Nullable String> entry : values.entrySet()) {
            String value = entry.getValue();
            if (value != null) {
                json.writeStartObject();
                json.writeStringField("key", entry.getKey());
                json.writeObjectFieldStart("value");
                json.writeStringField("stringValue", value);
                json.writeEndObject();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void spans(JsonGenerator json, BuildMetrics build) throws IOException {
        String trace = digits(build.identity().id().value(), TRACE_DIGITS);
        List<Span> spans = new ArrayList<>();
        Span root = Span.root(build);
        spans.add(root);
        for (PhaseMetrics phase : build.phases()) {
            spans.add(Span.of(build, phase, spans));
        }
        for (Span span : spans) {
            span.write(json, trace, build.timestamp());
        }
    }

    private static void gauges(JsonGenerator json, BuildMetrics build) throws IOException {
        String nanos = nanos(build.timestamp(), wall(build));
        for (Exported one : Exported.of(build)) {
            if (one.metric().name().startsWith("phase.") && one.measurement() == null) {
                continue; // The spans tell it.
            }
            json.writeStartObject();
            json.writeStringField(
                    "name", one.measurement() == null ? "bengal." + one.metric().name() : "bengal.measurement");
            json.writeStringField("unit", unit(one.metric()));
            json.writeObjectFieldStart("gauge");
            json.writeArrayFieldStart("dataPoints");
            json.writeStartObject();
            json.writeStringField("timeUnixNano", nanos);
            json.writeNumberField("asDouble", one.value());
            Map<String, @Nullable String> attributes = new LinkedHashMap<>();
            attributes.put(
                    "bengal.metric",
                    one.measurement() == null ? null : one.metric().name());
            attributes(json, attributes);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /** In the words of UCUM as far as it knows them. */
    private static String unit(Metric metric) {
        return metric.unit().equals(Unit.MEBIBYTES)
                ? "MiBy"
                : metric.unit().equals(Unit.COUNT) ? "1" : metric.unit().symbol();
    }

    private static double wall(BuildMetrics build) {
        return Objects.requireNonNullElse(build.totals().time().wallMillis(), 0.0);
    }

    private static String nanos(Instant start, double millis) {
        return BigDecimal.valueOf(start.getEpochSecond())
                .multiply(BigDecimal.valueOf(1_000_000_000))
                .add(BigDecimal.valueOf(start.getNano()))
                .add(BigDecimal.valueOf(millis).multiply(NANOS_PER_MILLI))
                .max(BigDecimal.ZERO)
                .toBigInteger()
                .toString();
    }

    private static String digits(String text, int count) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, count);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param parent the id of the span around it, or null for the build itself */
    private record Span(
            String id,
            @Nullable String parent,
            String name,
            double startMillis,
            double durationMillis,
            Outcome outcome,
            @Nullable Long items) {
        static Span root(BuildMetrics build) {
            return new Span(
                    digits(build.identity().id().value() + "/", SPAN_DIGITS),
                    null,
                    build.identity().scenario().name(),
                    0,
                    wall(build),
                    build.outcome(),
                    null);
        }

        static Span of(BuildMetrics build, PhaseMetrics phase, List<Span> before) {
            Span around = before.get(0);
            for (Span span : before.subList(1, before.size())) {
                if (span.name.equals(phase.parent())) {
                    around = span;
                }
            }
            Double start = phase.startMillis();
            return new Span(
                    digits(build.identity().id().value() + "/" + before.size(), SPAN_DIGITS),
                    around.id,
                    phase.name(),
                    start == null ? around.startMillis : start,
                    phase.durationMillis(),
                    phase.outcome(),
                    phase.itemsProcessed());
        }

        void write(JsonGenerator json, String trace, Instant start) throws IOException {
            json.writeStartObject();
            json.writeStringField("traceId", trace);
            json.writeStringField("spanId", id);
            if (parent != null) {
                json.writeStringField("parentSpanId", parent);
            }
            json.writeStringField("name", name);
            json.writeNumberField("kind", INTERNAL);
            json.writeStringField("startTimeUnixNano", nanos(start, startMillis));
            json.writeStringField("endTimeUnixNano", nanos(start, startMillis + durationMillis));
            Map<String, @Nullable String> attributes = new LinkedHashMap<>();
            attributes.put("bengal.outcome", outcome.word());
            attributes.put("bengal.items", items == null ? null : items.toString());
            attributes(json, attributes);
            json.writeObjectFieldStart("status");
            json.writeNumberField("code", outcome == Outcome.SUCCESS || outcome == Outcome.SKIPPED ? OK : ERROR);
            json.writeEndObject();
            json.writeEndObject();
        }
    }
}
