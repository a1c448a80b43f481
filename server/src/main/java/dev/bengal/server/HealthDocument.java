package dev.bengal.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Environment;
import dev.bengal.store.Finding;
import dev.bengal.store.History;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How far a history can be trusted: damaged lines, and the machines that it comes from. */
final class HealthDocument {
    private static final int FINDINGS_SHOWN = 100;

    private HealthDocument() {}

    static String of(History history, List<String> troubles) {
        return Document.of(json -> {
            Document.texts(json, "troubles", troubles);
            json.writeNumberField("recorded", history.recorded());
            json.writeNumberField("findings_total", history.findings().size());
            json.writeArrayFieldStart("findings");
            for (Finding finding :
                    history.findings().stream().limit(FINDINGS_SHOWN).toList()) {
                json.writeStartObject();
                json.writeNumberField("line", finding.line());
                json.writeStringField("problem", finding.problem());
                json.writeBooleanField("lost", finding.lost());
                json.writeEndObject();
            }
            json.writeEndArray();
            environments(json, history.builds());
        });
    }

    private static void environments(JsonGenerator json, List<BuildRecord> builds) throws IOException {
        Map<String, List<BuildRecord>> byFingerprint = new LinkedHashMap<>();
        for (BuildRecord known : builds) {
            byFingerprint
                    .computeIfAbsent(known.build().environment().fingerprint(), unknown -> new ArrayList<>())
                    .add(known);
        }
        json.writeArrayFieldStart("environments");
        for (Map.Entry<String, List<BuildRecord>> environment : byFingerprint.entrySet()) {
            environment(json, environment.getKey(), environment.getValue());
        }
        json.writeEndArray();
    }

    private static void environment(JsonGenerator json, String fingerprint, List<BuildRecord> builds)
            throws IOException {
        Environment newest = builds.get(builds.size() - 1).build().environment();
        json.writeStartObject();
        json.writeStringField("fingerprint", fingerprint);
        json.writeNumberField("builds", builds.size());
        json.writeNumberField(
                "contended",
                builds.stream()
                        .filter(known -> Boolean.TRUE.equals(
                                known.build().environment().load().contended()))
                        .count());
        json.writeNumberField(
                "hosts",
                builds.stream()
                        .map(known -> known.build().environment().machine().host())
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
        json.writeStringField("cpu_model", newest.machine().cpuModel());
        Long cpus = newest.machine().cpuCount();
        Document.number(json, "cpu_count", cpus == null ? null : cpus.doubleValue());
        json.writeStringField("platform", newest.machine().platform());
        json.writeStringField("java", newest.tooling().javaVersion());
        json.writeEndObject();
    }
}
