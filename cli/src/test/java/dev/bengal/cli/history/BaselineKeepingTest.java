package dev.bengal.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildId;
import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineKeepingTest {
    private static final Metric TIME = TotalMetric.DURATION.metric();

    @TempDir
    Path folder;

    private Path file;
    private MetricsDirectory directory;

    @BeforeEach
    void open() {
        file = folder.resolve("baseline.properties");
        directory = new MetricsDirectory(folder);
    }

    @Test
    void keep_writesEachLevelAndLeavesThoseOfOthers() throws IOException {
        Files.writeString(file, "other|make|m1|cpu_ms=1.0 2.0 3.0\n");

        UsualLevelsFile.keep(directory, List.of(series("a = b: ü", 8)), List.of());

        // A history that never varied: 1000 times exp of t(0.995, 7) · 0.0001 · sqrt(1 + 1.57/8) either way.
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("a\\ \\=\\ b\\:\\ ü|site\\ full|m1|" + "total_duration_ms=999.6")
                        .contains(" 1000.0 1000.3"))
                .contains("other|make|m1|cpu_ms=1.0 2.0 3.0");
        UsualLevelsFile.keep(directory, List.of(series("a = b: ü", 8)), List.of());
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void keep_forgetsALevelThatCannotBeToldAnyMore() throws IOException {
        UsualLevelsFile.keep(directory, List.of(series("p", 8)), List.of());
        UsualLevelsFile.keep(directory, List.of(series("p", 7)), List.of());

        assertThat(file).isEmptyFile();
    }

    @Test
    void keep_dropsWhatIsDamaged() throws IOException {
        Files.writeString(file, "a|b|c|d=1 2\nb|b|c|d=3 2 1\nc|b|c|d=x y z\nd=\\u00zz\n");

        UsualLevelsFile.keep(directory, List.of(series("p", 8)), List.of());

        assertThat(Files.readAllLines(file))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).startsWith("p|"));
    }

    private static Series series(String project, int builds) {
        return new Series(
                TIME,
                project,
                Scenario.SITE_FULL,
                IntStream.range(0, builds)
                        .mapToObj(i -> new Series.Point(
                                new BuildId("b" + i), Instant.ofEpochSecond(i), 1000, null, null, "m1"))
                        .toList());
    }
}
