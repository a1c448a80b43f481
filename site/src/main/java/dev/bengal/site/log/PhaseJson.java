package dev.bengal.site.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.bengal.model.PhaseMetrics;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Writes a phase for programs. Numbers have three decimals at most, like those of the record. */
final class PhaseJson {
    private static final int DECIMALS = 3;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private PhaseJson() {}

    static String line(PhaseMetrics phase, int depth) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("name", phase.name());
            json.writeStringField("parent", phase.parent());
            json.writeNumberField("depth", depth);
            number(json, "duration_ms", phase.durationMillis());
            number(json, "memory_delta_mb", phase.memory().deltaMebibytes());
            number(json, "memory_peak_mb", phase.memory().peakMebibytes());
            number(json, "allocated_mb", phase.memory().allocatedMebibytes());
            number(json, "cpu_ms", phase.cpuMillis());
            json.writeFieldName("items");
            json.writeNumber(decimal(phase.itemsProcessed()));
            json.writeStringField("outcome", phase.outcome().word());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void number(JsonGenerator json, String key, @Nullable Double value) throws IOException {
        json.writeFieldName(key);
        json.writeNumber(
                value == null
                        ? null
                        : BigDecimal.valueOf(value)
                                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                                .stripTrailingZeros());
    }

    /** The generator writes null for null. */
    private static @Nullable BigDecimal decimal(@Nullable Long value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
