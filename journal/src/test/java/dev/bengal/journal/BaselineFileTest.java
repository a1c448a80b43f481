package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.UsualTime;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
    private static final BuildMetrics BUILD = SampleBuild.id("a").build();
    private static final BaselineFile.Key KEY = BaselineFile.Key.of(BUILD);

    @TempDir
    private Path folder;

    private BaselineFile baseline;

    @BeforeEach
    void open() {
        baseline = new MetricsDirectory(folder).baseline();
    }

    @Test
    void file_answersWhatWasWrittenForThatBuildAlone() {
        UsualTime usual = new UsualTime(7_100.5, 8_300, 12);
        assertThat(baseline.of(BUILD)).isEmpty();

        baseline.replace(Map.of(
                KEY,
                usual,
                new BaselineFile.Key(KEY.project(), "mvn -T 2 a=b: c\\d\n", KEY.fingerprint()),
                new UsualTime(1, 2, 8)));

        assertThat(baseline.of(BUILD)).contains(usual);
        assertThat(baseline.of(SampleBuild.id("b").scenario("other").build())).isEmpty();

        baseline.replace(Map.of());
        assertThat(baseline.of(BUILD)).isEmpty();
    }

    @Test
    void file_isTheSameBytesForTheSameTimes() throws IOException {
        baseline.replace(Map.of(KEY, new UsualTime(1, 2, 8)));
        String first = Files.readString(folder.resolve("baseline.properties"));
        baseline.replace(Map.of(KEY, new UsualTime(1, 2, 8)));

        assertThat(folder.resolve("baseline.properties")).hasContent(first);
        assertThat(first).doesNotContain("#").hasLineCount(1);
    }

    @Test
    void file_thatIsNonsenseSaysNothing() throws IOException {
        String key = KEY.text().replace(" ", "\\ ").replace(":", "\\:");
        for (String value :
                new String[] {"", "1 2", "x 2 8", "5 2 8", "NaN 2 8", "1 Infinity 8", "1 2 0", "-1 2 8", "\\u00"}) {
            Files.writeString(folder.resolve("baseline.properties"), key + "=" + value + "\n");
            assertThat(baseline.of(BUILD)).as(value).isEmpty();
        }
        Files.writeString(folder.resolve("baseline.properties"), key + "=1 2 8\n");
        assertThat(baseline.of(BUILD)).contains(new UsualTime(1, 2, 8));
    }
}
