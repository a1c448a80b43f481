package dev.bengal.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One metric over builds, in columns: a name in front of each value would be most of the document. */
final class SeriesDocument {
    private final List<HistoryEvent.Accepted> accepted;
    private final int most;

    /** @param most how many points a series shows at most */
    SeriesDocument(List<HistoryEvent.Accepted> accepted, int most) {
        this.accepted = List.copyOf(accepted);
        this.most = most;
    }

    String of(String metric, List<Series> series) {
        return Document.of(json -> {
            json.writeStringField("metric", metric);
            json.writeArrayFieldStart("series");
            for (Series one : series) {
                write(json, one);
            }
            json.writeEndArray();
        });
    }

    private void write(JsonGenerator json, Series series) throws IOException {
        double[] values =
                series.points().stream().mapToDouble(Series.Point::value).toArray();
        int[] kept = Downsampling.minMax(values, most);
        json.writeStartObject();
        BuildSummary.metric(json, series.metric());
        json.writeStringField("project", series.project());
        json.writeStringField("scenario", series.scenario().name());
        json.writeNumberField("builds", values.length);
        level(json, Level.of(series, accepted));
        texts(json, "build", series, kept, point -> point.build().value());
        json.writeArrayFieldStart("time");
        for (int index : kept) {
            json.writeNumber(series.points().get(index).timestamp().toEpochMilli());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("value");
        for (int index : kept) {
            json.writeNumber(values[index]);
        }
        json.writeEndArray();
        texts(json, "commit", series, kept, Series.Point::commit);
        texts(json, "environment", series, kept, Series.Point::fingerprint);
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
            JsonGenerator json, String name, Series series, int[] kept, Function<Series.Point, @Nullable String> column)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (int index : kept) {
            json.writeString(column.apply(series.points().get(index)));
        }
        json.writeEndArray();
    }
}
