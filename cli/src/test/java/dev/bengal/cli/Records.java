package dev.bengal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The history of a folder, as text. */
record Records(Path folder) {
    List<String> lines() {
        Path history = folder.resolve(".bengal-metrics/history.jsonl");
        try {
            return Files.exists(history) ? Files.readAllLines(history) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String last() {
        return lines().get(lines().size() - 1);
    }

    /** The first value of this key in a record, as it stands there. */
    static String value(String line, String key) {
        Matcher value =
                Pattern.compile("\"" + key + "\":(\"[^\"]*\"|[^,}\\]]*)").matcher(line);
        return value.find() ? value.group(1).replace("\"", "") : "";
    }

    /** Everything in the folder of the history, the copies included. */
    String everything() {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve(".bengal-metrics"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
