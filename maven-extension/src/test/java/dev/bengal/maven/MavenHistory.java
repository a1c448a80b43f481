package dev.bengal.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The builds of a history, as their lines say. */
record MavenHistory(List<JsonNode> builds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static MavenHistory in(Path metrics) throws IOException {
        List<JsonNode> builds = new ArrayList<>();
        Path file = metrics.resolve("history.jsonl");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                builds.add(JSON.readTree(line));
            }
        }
        return new MavenHistory(builds);
    }

    JsonNode last() {
        return builds.get(builds.size() - 1);
    }

    String text(String key) {
        return last().path(key).asText();
    }

    List<String> phases() {
        return StreamSupport.stream(last().path("phases").spliterator(), false)
                .map(phase -> phase.path("name").asText())
                .toList();
    }

    /** All of this name, in the order in which they started. */
    List<JsonNode> phases(String name) {
        return StreamSupport.stream(last().path("phases").spliterator(), false)
                .filter(phase -> phase.path("name").asText().equals(name))
                .toList();
    }

    JsonNode phase(String name) {
        return find("phases", name).orElseThrow(() -> new AssertionError("no phase " + name + " among " + phases()));
    }

    double value(String measurement) {
        return measurement(measurement)
                .orElseThrow(() -> new AssertionError("no " + measurement + " in " + last()))
                .path("value")
                .asDouble();
    }

    Optional<JsonNode> measurement(String name) {
        return find("measurements", name);
    }

    private Optional<JsonNode> find(String list, String name) {
        return StreamSupport.stream(last().path(list).spliterator(), false)
                .filter(entry -> entry.path("name").asText().equals(name))
                .findFirst();
    }
}
