package dev.bengal.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bengal.cli.terminal.CommandException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file of series: {@code {"series_id": …, "values": […], "machine": […]}}; other keys are passed over.
 *
 * @param id as it stands in the file, quotes included where it is a text
 * @param machines for each value a number, the same for the same machine; all 0 where the line names none
 */
record SeriesLine(String id, List<Double> values, List<Integer> machines) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads a line.
     *
     * @throws CommandException that says what is wrong with it
     */
    static SeriesLine parse(String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new CommandException("not a JSON object");
            }
            return read(parser);
        } catch (IOException e) {
            throw new CommandException("not JSON (" + firstLine(e) + ")", e);
        }
    }

    private static String firstLine(IOException e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message.lines().findFirst().orElse(message);
    }

    private static SeriesLine read(JsonParser parser) throws IOException {
        @Nullable String id = null;
        @Nullable List<Double> values = null;
        @Nullable List<Integer> machines = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "series_id" -> id = id(parser);
                case "values" -> values = values(parser);
                case "machine" -> machines = machines(parser);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new CommandException("more than one value on the line");
        }
        return checked(id, values, machines);
    }

    private static SeriesLine checked(
            @Nullable String id, @Nullable List<Double> values, @Nullable List<Integer> machines) {
        if (id == null || values == null) {
            throw new CommandException("'" + (id == null ? "series_id" : "values") + "' is missing");
        }
        if (machines != null && machines.size() != values.size()) {
            throw new CommandException(
                    values.size() + (values.size() == 1 ? " value but " : " values but ") + machines.size()
                            + (machines.size() == 1 ? " machine" : " machines")
                            + "; 'machine' names one for each value");
        }
        return new SeriesLine(id, values, machines == null ? List.of() : machines);
    }

    private static @Nullable String id(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return JsonText.quoted(parser.getText());
        }
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getText();
        }
        throw new CommandException("'series_id' is neither a text nor a whole number");
    }

    private static List<Double> values(JsonParser parser) throws IOException {
        List<Double> values = new ArrayList<>();
        requireArray(parser, "values");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean number =
                    parser.currentToken() != null && parser.currentToken().isNumeric();
            double value = number ? parser.getDoubleValue() : Double.NaN;
            if (!Double.isFinite(value)) {
                throw new CommandException("value " + (values.size() + 1) + " is not a number");
            }
            values.add(value);
        }
        return values;
    }

    /** Null stands for no machines at all. */
    private static @Nullable List<Integer> machines(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        requireArray(parser, "machine");
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> machines = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null || !parser.currentToken().isScalarValue()) {
                throw new CommandException("machine " + (machines.size() + 1) + " is neither a text nor a number");
            }
            machines.add(numbers.computeIfAbsent(parser.getText(), name -> numbers.size()));
        }
        return machines;
    }

    private static void requireArray(JsonParser parser, String key) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new CommandException("'" + key + "' is not an array");
        }
    }

    double[] valueArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int[] machineArray() {
        return machines.isEmpty()
                ? new int[values.size()]
                : machines.stream().mapToInt(Integer::intValue).toArray();
    }
}
