package dev.bengal.journal;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.UsualTime;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * {@code baseline.properties}: how long builds take at present, for hosts that cannot judge a history themselves. The key is {@code
 * usual/ENVIRONMENT/PROJECT/SCENARIO}; the value {@code USUAL UPPER BUILDS}, times in milliseconds.
 */
public final class BaselineFile {
    private static final String NAME = "baseline.properties";
    private static final String KIND = "usual/";

    private final Path file;

    BaselineFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** What builds such as this one take; empty where nobody has judged any, or where the file says nothing that makes sense. */
    public Optional<UsualTime> of(BuildMetrics build) {
        Properties known = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            known.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(known.getProperty(Key.of(build).text())).flatMap(BaselineFile::parsed);
    }

    private static Optional<UsualTime> parsed(String value) {
        String[] parts = value.split(" ", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new UsualTime(
                            Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Integer.parseInt(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Says anew what is usual: what was there before is gone.
     *
     * @throws JournalException where the file cannot be written
     */
    public void replace(Map<Key, UsualTime> times) {
        try {
            MetricsDirectory.replace(file, text(times).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new JournalException(file + " cannot be written: " + JournalException.reason(e), e);
        }
    }

    /** Sorted, and without the date that properties begin with: the same times are the same bytes. */
    private static String text(Map<Key, UsualTime> times) throws IOException {
        Properties properties = new Properties();
        times.forEach((key, time) -> properties.setProperty(
                key.text(), time.usualMillis() + " " + time.upperMillis() + " " + time.builds()));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Whose builds. */
    public record Key(String project, String scenario, String fingerprint) {
        public Key {
            Objects.requireNonNull(project, "project");
            Objects.requireNonNull(scenario, "scenario");
            Objects.requireNonNull(fingerprint, "fingerprint");
        }

        static Key of(BuildMetrics build) {
            return new Key(
                    build.identity().project(),
                    build.identity().scenario().name(),
                    build.environment().fingerprint());
        }

        String text() {
            return KIND + fingerprint + "/" + project + "/" + scenario;
        }
    }
}
