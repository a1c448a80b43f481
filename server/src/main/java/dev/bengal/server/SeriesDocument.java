package dev.bengal.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.model.Series;
import dev.bengal.store.ThinSeries;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One metric over builds, in columns: a name in front of each value would be most of the document. */
final class SeriesDocument {
    private final Function<ThinSeries, Optional<Level>> levels;

    /** @param levels where a series stands now */
    SeriesDocument(Function<ThinSeries, Optional<Level>> levels) {
        this.levels = levels;
    }

    String of(String metric, List<ThinSeries> series) {
        return Document.of(json -> {
            json.writeStringField("metric", metric);
            json.writeArrayFieldStart("series");
            for (ThinSeries one : series) {
                write(json, one);
            }
            json.writeEndArray();
        });
    }

    private void write(JsonGenerator json, ThinSeries thin) throws IOException {
        Series series = thin.series();
        json.writeStartObject();
        BuildSummary.metric(json, series.metric());
        json.writeStringField("project", series.project());
        json.writeStringField("scenario", series.scenario().name());
        json.writeNumberField("builds", thin.builds());
        level(json, levels.apply(thin));
        texts(json, "build", series, point -> point.build().value());
        json.writeArrayFieldStart("time");
        for (Series.Point point : series.points()) {
            json.writeNumber(point.timestamp().toEpochMilli());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("value");
        for (Series.Point point : series.points()) {
            json.writeNumber(point.value());
        }
        json.writeEndArray();
        texts(json, "commit", series, Series.Point::commit);
        texts(json, "environment", series, Series.Point::fingerprint);
        json.writeEndObject();
    }

    private static void level(JsonGenerator json, Optional<Level> level) throws IOException {
        if (level.isEmpty()) {
            json.writeNullField("level");
            return;
        }
        Level found = level.get();
        json.writeObjectFieldStart("level");
        json.writeNumberField("middle", found.middle());
        json.writeNumberField("low", found.low());
        json.writeNumberField("high", found.high());
        json.writeNumberField("builds", found.builds());
        json.writeStringField("since_build", found.since().build().value());
        json.writeEndObject();
    }

    private static void texts(
            JsonGenerator json, String name, Series series, Function<Series.Point, @Nullable String> column)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Series.Point point : series.points()) {
            json.writeString(column.apply(point));
        }
        json.writeEndArray();
    }
}
