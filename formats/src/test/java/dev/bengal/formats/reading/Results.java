package dev.bengal.formats.reading;

import dev.bengal.model.Measurement;
import dev.bengal.model.PhaseMetrics;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Results as files and as text, and what was read of them as lines. */
final class Results {
    private Results() {}

    static Path path(String name) {
        URL url = Objects.requireNonNull(Results.class.getResource("/dev/bengal/formats/results/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static ImportedRun read(String name) {
        List<ImportedRun> runs = ResultReader.read(List.of(ResultFile.of(path(name))), Optional.empty());
        if (runs.size() != 1) {
            throw new IllegalStateException(name + " has " + runs.size() + " runs");
        }
        return runs.get(0);
    }

    static List<ImportedRun> of(String text, Format format) {
        return ResultReader.read(List.of(file("results", text)), Optional.of(format));
    }

    static List<ImportedRun> of(String text) {
        return ResultReader.read(List.of(file("results", text)), Optional.empty());
    }

    static ResultFile file(String name, String text) {
        return ResultFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code NAME = VALUE UNIT DIRECTION NOISE [SAMPLES]}. */
    static List<String> lines(ImportedRun run) {
        return run.measurements().stream().map(Results::line).toList();
    }

    static List<String> phases(ImportedRun run) {
        return run.phases().stream().map(Results::line).toList();
    }

    private static String line(Measurement one) {
        return one.metric().name() + " = " + one.value() + " "
                + one.metric().unit().symbol() + " "
                + one.metric().direction().word() + " " + one.metric().noise().word()
                + (one.samples().isEmpty() ? "" : " " + one.samples());
    }

    private static String line(PhaseMetrics phase) {
        return phase.name() + " " + phase.durationMillis() + " "
                + phase.outcome().word();
    }
}
