package dev.bengal.report.experiment;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.analysis.statistics.Effect;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes how far a metric moved: {@code change_pct} and {@code interval_pct}, both null where there is no percentage. */
final class EffectJson {
    private static final double PERCENT = 100;

    private EffectJson() {}

    static void write(JsonGenerator json, @Nullable Effect effect) throws IOException {
        boolean isShare = effect != null && effect.relative();
        number(json, "change_pct", effect == null || !isShare ? null : Double.valueOf(PERCENT * effect.change()));
        json.writeFieldName("interval_pct");
        if (effect == null || !isShare || !effect.interval().isBounded()) {
            json.writeNull();
        } else {
            json.writeArray(
                    new double[] {
                        PERCENT * effect.interval().low(),
                        PERCENT * effect.interval().high()
                    },
                    0,
                    2);
        }
    }

    static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
