package dev.bengal.report.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.analysis.bench.BenchRatio;
import dev.bengal.analysis.bench.BenchResult;
import dev.bengal.analysis.bench.BenchedCommand;
import dev.bengal.analysis.bench.CommandRun;
import dev.bengal.analysis.bench.RunSummary;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the result of a bench as JSON, with every run. What was not measured is null. */
public final class BenchJsonRenderer {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes one object. */
    public void render(BenchResult result, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeNumberField("warmups", result.warmups());
            json.writeStringField(
                    "fastest",
                    result.commands().get(result.fastest()).scenario().name());
            json.writeArrayFieldStart("commands");
            for (int i = 0; i < result.commands().size(); i++) {
                write(json, result.commands().get(i), result.ratios().get(i));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }

    private static void write(JsonGenerator json, BenchedCommand command, BenchRatio ratio) throws IOException {
        json.writeStartObject();
        json.writeStringField("scenario", command.scenario().name());
        json.writeStringField("command", command.words());
        json.writeObjectFieldStart("parameters");
        for (Map.Entry<String, String> parameter : command.parameters().entrySet()) {
            json.writeStringField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        writeSummary(json, command.summary());
        json.writeNumberField("failures", command.failures());
        json.writeNumberField("ratio", ratio.ofMedians());
        number(json, "ratio_low", ratio.low());
        number(json, "ratio_high", ratio.high());
        json.writeArrayFieldStart("runs");
        for (CommandRun run : command.runs()) {
            write(json, run);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeSummary(JsonGenerator json, RunSummary summary) throws IOException {
        json.writeNumberField("median_ms", summary.wall().median());
        number(json, "low_ms", summary.wall().low());
        number(json, "high_ms", summary.wall().high());
        json.writeNumberField("mean_ms", summary.mean());
        number(json, "stddev_ms", summary.deviation());
        json.writeNumberField("min_ms", summary.min());
        json.writeNumberField("max_ms", summary.max());
        number(json, "user_ms", summary.user());
        number(json, "system_ms", summary.system());
        number(json, "peak_mb", summary.peakMebibytes());
        json.writeFieldName("outliers");
        List<Integer> outliers = summary.outliers().indices();
        json.writeArray(outliers.stream().mapToInt(Integer::intValue).toArray(), 0, outliers.size());
    }

    private static void write(JsonGenerator json, CommandRun run) throws IOException {
        json.writeStartObject();
        json.writeStringField(
                "build_id", run.build() == null ? null : run.build().value());
        json.writeNumberField("wall_ms", run.wallMillis());
        number(json, "user_ms", run.userMillis());
        number(json, "system_ms", run.systemMillis());
        number(json, "peak_mb", run.peakMebibytes());
        json.writeNumberField("exit_code", run.exitCode());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
