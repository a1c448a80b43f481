package dev.bengal.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The section {@code [perf]} of a {@code bengal.toml}, as far as hosts read it: plain strings, one a line. A parser of all of
 * TOML would be a dependency of everybody's builds.
 */
public record PerfSection(Map<String, String> values) {
    /** The file's name in a project. */
    public static final String FILE = "bengal.toml";

    public PerfSection {
        values = Map.copyOf(values);
    }

    /**
     * Reads the section.
     *
     * @param file need not exist
     * @param warnings gets a sentence where it cannot be read
     */
    public static PerfSection in(Path file, Consumer<String> warnings) {
        if (!Files.isRegularFile(file)) {
            return new PerfSection(Map.of());
        }
        Map<String, String> values = new HashMap<>();
        String section = "";
        try {
            for (String line : Files.readAllLines(file)) {
                Matcher header = Syntax.SECTION.matcher(line);
                Matcher entry = Syntax.ENTRY.matcher(line);
                if (header.matches()) {
                    section = header.group(1);
                } else if (section.equals("perf") && entry.matches()) {
                    values.put(entry.group(1), entry.group(2) == null ? entry.group(3) : entry.group(2));
                }
            }
        } catch (IOException e) {
            warnings.accept(file + " cannot be read: " + e);
        }
        return new PerfSection(values);
    }

    /** What stands there, or empty where that is nothing. */
    public Optional<String> value(String key) {
        String value = values.get(key);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /** Compiled where there is such a file, which most builds have none of. */
    private static final class Syntax {
        private static final Pattern SECTION = Pattern.compile("\\s*\\[\\s*([^\\]]*?)\\s*\\]\\s*(?:#.*)?");
        private static final Pattern ENTRY =
                Pattern.compile("\\s*([A-Za-z0-9_-]+)\\s*=\\s*(?:\"([^\"\\\\]*)\"|'([^']*)')\\s*(?:#.*)?");
    }
}
