package dev.bengal.benchmarks.changepoints;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Labelled series as JSON lines: {@code series_id}, {@code scenario}, {@code values}, {@code machine}, {@code change_points}. */
final class SeriesFile {
    private static final JsonFactory JSON = new JsonFactory();

    private SeriesFile() {}

    static List<LabelledSeries> read(Path file) throws IOException {
        List<LabelledSeries> series = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                series.add(parse(line));
            }
        }
        return series;
    }

    private static LabelledSeries parse(String line) throws IOException {
        String id = "";
        String kind = "";
        double[] values = {};
        double[] machines = {};
        double[] changes = {};
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                switch (key) {
                    case "series_id" -> id = parser.getText();
                    case "scenario" -> kind = parser.getText();
                    case "values" -> values = numbers(parser);
                    case "machine" -> machines = numbers(parser);
                    case "change_points" -> changes = numbers(parser);
                    default -> parser.skipChildren();
                }
            }
        }
        int[] known = machines.length == values.length ? whole(machines) : new int[values.length];
        return new LabelledSeries(id, kind, values, known, whole(changes));
    }

    private static double[] numbers(JsonParser parser) throws IOException {
        List<Double> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(parser.getDoubleValue());
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int[] whole(double[] numbers) {
        return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
    }

    static String line(LabelledSeries series) {
        return "{\"series_id\": \"" + series.id() + "\", \"scenario\": \"" + series.kind() + "\", \"change_points\": "
                + Arrays.toString(series.changePoints()) + ", \"machine\": " + Arrays.toString(series.machines())
                + ", \"values\": " + Arrays.toString(series.values()) + "}";
    }
}
