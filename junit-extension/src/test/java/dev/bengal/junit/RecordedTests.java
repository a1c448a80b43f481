package dev.bengal.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A record of a run of tests, read back from the history. */
record RecordedTests(JsonNode json) {
    static List<RecordedTests> in(Path folder) {
        Path history = folder.resolve("history.jsonl");
        ObjectMapper mapper = new ObjectMapper();
        try {
            return Files.exists(history)
                    ? Files.readAllLines(history).stream()
                            .map(line -> new RecordedTests(read(mapper, line)))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(ObjectMapper mapper, String line) {
        try {
            return mapper.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String key) {
        return json.get(key).asText();
    }

    JsonNode phase(String name) {
        return StreamSupport.stream(json.get("phases").spliterator(), false)
                .filter(phase -> phase.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Optional<JsonNode> measurement(String name) {
        return StreamSupport.stream(json.get("measurements").spliterator(), false)
                .filter(measurement -> measurement.get("name").asText().equals(name))
                .findFirst();
    }

    double value(String measurement) {
        return measurement(measurement).orElseThrow().get("value").asDouble();
    }

    List<String> measurements(String ending) {
        return StreamSupport.stream(json.get("measurements").spliterator(), false)
                .map(measurement -> measurement.get("name").asText())
                .filter(name -> name.endsWith(ending))
                .toList();
    }
}
