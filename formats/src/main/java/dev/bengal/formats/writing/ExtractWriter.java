package dev.bengal.formats.writing;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code metrics.json}: what was, what is and by how many percent it changed, under keys that any script reads: {@code rss_mb} and
 * {@code time_s}, {@code rss_pct} and {@code time_pct}, and every other metric by its name, with {@code _pct} behind it in the change. The
 * first two are always there, as null where they are not known.
 */
public final class ExtractWriter {
    private static final String RSS = "rss_mb";
    private static final String TIME = "time_s";
    private static final double PERCENT = 100;
    private static final double DECIMALS = 1e4;

    /**
     * Names metrics of records as this format does.
     *
     * @param metrics values by the names of their metrics
     */
    public static Map<String, Double> named(Map<String, Double> metrics) {
        Map<String, Double> named = new LinkedHashMap<>();
        Double growth = metrics.get("memory_rss_mb");
        if (growth != null) {
            named.put(RSS, growth);
        }
        Double millis = metrics.get("total_duration_ms");
        if (millis != null) {
            named.put(TIME, millis / 1000);
        }
        metrics.forEach(named::putIfAbsent);
        return named;
    }

    /** Writes one object, with the values of both sides by their {@link #named names}. */
    public void write(Map<String, Double> baseline, Map<String, Double> current, Appendable out) throws IOException {
        out.append(JsonOutput.pretty(json -> {
            json.writeStartObject();
            json.writeNumberField("schema_version", 1);
            side(json, "baseline", baseline);
            side(json, "current", current);
            json.writeObjectFieldStart("change");
            for (String name : names(baseline, current)) {
                OptionalDouble change = change(baseline.get(name), current.get(name));
                JsonOutput.number(
                        json,
                        name.equals(RSS) ? "rss_pct" : name.equals(TIME) ? "time_pct" : name + "_pct",
                        change.isPresent() ? (Double) change.getAsDouble() : null);
            }
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    private static void side(JsonGenerator json, String key, Map<String, Double> values) throws IOException {
        json.writeObjectFieldStart(key);
        for (String name : names(values, Map.of())) {
            JsonOutput.number(json, name, values.get(name));
        }
        json.writeEndObject();
    }

    private static Set<String> names(Map<String, Double> one, Map<String, Double> other) {
        Set<String> names = new LinkedHashSet<>();
        names.add(RSS);
        names.add(TIME);
        names.addAll(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    /** In percent, to four decimals; none of what is missing or was not above zero. */
    private static OptionalDouble change(@Nullable Double before, @Nullable Double after) {
        return before == null || after == null || before <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.rint(PERCENT * (after - before) / before * DECIMALS) / DECIMALS);
    }
}
