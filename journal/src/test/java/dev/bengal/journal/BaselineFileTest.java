package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.UsualLevel;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
    private static final BuildMetrics BUILD = SampleBuild.id("a").build();
    private static final UsualLevel LEVEL = new UsualLevel(7_000.5, 7_100, 8_300);

    @TempDir
    private Path folder;

    private BaselineFile baseline;

    @BeforeEach
    void open() {
        baseline = new MetricsDirectory(folder).baseline();
    }

    @Test
    void file_answersWhatWasWrittenForThatBuildAlone() {
        assertThat(baseline.of(BUILD)).isEmpty();

        baseline.keep(Map.of(
                key(BUILD, "cpu_ms"),
                Optional.of(LEVEL),
                key(BUILD, "a=b: c\\d\n"),
                Optional.of(new UsualLevel(1, 2, 3))));

        assertThat(baseline.of(BUILD))
                .containsEntry("cpu_ms", LEVEL)
                .containsEntry("a=b: c\\d\n", new UsualLevel(1, 2, 3))
                .hasSize(2);
        assertThat(baseline.of(SampleBuild.id("b").scenario("other").build())).isEmpty();
    }

    @Test
    void keep_forgetsWhatCannotBeToldAndLeavesTheRest() {
        baseline.keep(Map.of(key(BUILD, "cpu_ms"), Optional.of(LEVEL), key(BUILD, "x"), Optional.of(LEVEL)));

        baseline.keep(Map.of(key(BUILD, "x"), Optional.empty()));

        assertThat(baseline.of(BUILD)).containsOnlyKeys("cpu_ms");
    }

    @Test
    void file_isTheSameBytesForTheSameLevels() throws IOException {
        baseline.keep(Map.of(key(BUILD, "x"), Optional.of(LEVEL)));
        String first = Files.readString(folder.resolve("baseline.properties"));
        baseline.keep(Map.of(key(BUILD, "x"), Optional.of(LEVEL)));

        assertThat(folder.resolve("baseline.properties")).hasContent(first);
        assertThat(first).doesNotContain("#").hasLineCount(1);
    }

    @Test
    void file_thatIsNonsenseSaysNothing() throws IOException {
        String key = String.join(
                "|",
                BUILD.identity().project(),
                "site\\ full",
                BUILD.environment().fingerprint(),
                "x");
        for (String value : new String[] {"", "1 2", "x 2 8", "5 2 8", "NaN 2 8", "1 2 Infinity", "3 2 1", "\\u00"}) {
            Files.writeString(folder.resolve("baseline.properties"), key + "=" + value + "\n");
            assertThat(baseline.of(BUILD)).as(value).isEmpty();
        }
        Files.writeString(folder.resolve("baseline.properties"), key + "=1 2 8\n");
        assertThat(baseline.of(BUILD)).containsEntry("x", new UsualLevel(1, 2, 8));
    }

    private static BaselineFile.Key key(BuildMetrics build, String metric) {
        return new BaselineFile.Key(
                build.identity().project(),
                build.identity().scenario().name(),
                build.environment().fingerprint(),
                metric);
    }
}
