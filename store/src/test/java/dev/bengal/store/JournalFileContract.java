package dev.bengal.store;

import static dev.bengal.store.BuildStoreContract.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.Journal;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every store on a journal has to do as a reader of files that many hands have written. */
abstract class JournalFileContract {
    private static final String EVENT =
            "{\"schema_version\":1,\"event\":\"excluded\",\"event_id\":\"e\",\"timestamp\":\"2026-03-04T00:00:00Z\","
                    + "\"build_id\":\"x\",\"why\":\"a test\"}\n";

    @TempDir
    private Path folder;

    private Path file;
    private BuildStore store;

    abstract BuildStore open(Journal journal);

    @BeforeEach
    void open() {
        file = folder.resolve("history.jsonl");
        store = open(new Journal(file));
    }

    @Test
    void recent_findsEachDamagedLineAndLosesNoOther() throws IOException {
        Files.writeString(
                file,
                line("a", 1)
                        + "{\"torn\":\n"
                        + line("b", 2)
                        + "\n"
                        + "[]\n"
                        + line("c", 3).replace("\"page_count\":null", "\"page_count\":\"x\"")
                        + EVENT
                        + line("d", 4)
                        + "{\"last");

        History history = store.recent(BuildFilter.ALL, BuildOrder.BY_START, 10);

        assertThat(ids(history.builds())).containsExactly("a", "b", "c", "d");
        assertThat(history.recorded()).isEqualTo(4);
        assertThat(history.findings())
                .containsExactly(
                        new Finding(file, 2, "not JSON (unexpected end of line)", true),
                        new Finding(file, 4, "blank line", false),
                        new Finding(file, 5, "not a JSON object", true),
                        new Finding(file, 6, "page_count is not a number", false),
                        new Finding(file, 9, "not JSON (unexpected end of line)", true));
        assertThat(history.findings().get(0)).hasToString(file + ":2: not JSON (unexpected end of line)");
    }

    @Test
    void recent_findsWhatIsWrongBeyondTheLimitToo() throws IOException {
        Files.writeString(file, "oops\n" + line("a", 1) + line("b", 2));

        History history = store.recent(BuildFilter.ALL, BuildOrder.BY_START, 1);

        assertThat(ids(history.builds())).containsExactly("b");
        assertThat(history.findings()).extracting(Finding::line).containsExactly(1L);
    }

    @Test
    void recent_ofOverlappingHistoriesCountsEachBuildOnce() throws IOException {
        String early = "{\"timestamp\":\"2026-03-04T00:00:07\",\"build_time_ms\":1}\n";
        String one = line("a", 1) + line("b", 2) + early;
        String other = line("b", 2) + line("c", 3) + early;
        Files.writeString(file, one + other);

        History history = store.recent(BuildFilter.ALL, BuildOrder.BY_START, 10);

        assertThat(ids(history.builds())).startsWith("a", "b", "c").hasSize(4);
        assertThat(history.recorded()).isEqualTo(4);
        assertThat(history.findings()).isEmpty();
    }

    @Test
    void recent_keepsTheLinesAsTheyAre() throws IOException {
        String spaced = line("a", 1).replace(",\"", ", \"").strip();
        Files.writeString(file, spaced + "\r\n");

        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 10).builds())
                .extracting("line")
                .containsExactly(spaced);
    }

    @Test
    void latest_passesOverWhatIsNoBuild() throws IOException {
        Files.writeString(file, line("a", 1) + "{\"torn\":\n\n" + line("b", 2) + EVENT + "[]\n" + "{\"last");

        assertThat(ids(store.latest(BuildFilter.ALL, 2))).containsExactly("a", "b");
    }

    @Test
    void latest_passesOverBuildsWhosePhasesAreNoJson() throws IOException {
        String broken = line("b", 2).replace("\"phases\":[", "\"phases\":[{\"name\":},");
        Files.writeString(file, line("a", 1) + broken + line("c", 3) + broken);

        assertThat(ids(store.latest(BuildFilter.ALL, 9))).containsExactly("a", "c");
    }

    @Test
    void latest_findsBuildsBetweenThoseOfAnotherScenario() throws IOException {
        String other = line("x", 2).replace("site full", "mvn verify");
        String broken = line("d", 2).replace("\"phases\":[", "\"phases\":[{\"name\":},");
        Files.writeString(file, line("a", 1) + broken + other + other + line("b", 2) + line("c", 3) + other);

        assertThat(ids(store.latest(BuildFilter.ALL.scenario("site full"), 9))).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource({"199, true", "200, false"})
    void latest_looksNoFurtherBackThanTwoHundredLines(int linesAfterIt, boolean found) throws IOException {
        String others = IntStream.range(0, linesAfterIt)
                .mapToObj(i -> line("other" + i, 2).replace("site full", "mvn verify"))
                .collect(Collectors.joining());
        Files.writeString(file, line("wanted", 1) + others);

        List<String> ids = ids(store.latest(BuildFilter.ALL.scenario("site full"), 1));

        assertThat(ids).isEqualTo(found ? List.of("wanted") : List.of());
    }

    @Test
    void of_readsTheHistoryOfAMetricsDirectory() {
        MetricsDirectory directory = new MetricsDirectory(folder.resolve(MetricsDirectory.NAME));
        directory.save(SampleBuild.id("a").build());

        assertThat(ids(JournalStore.of(directory, "docs")
                        .recent(BuildFilter.ALL, BuildOrder.BY_START, 10)
                        .builds()))
                .containsExactly("a");
    }

    private static String line(String id, int second) {
        return RecordEncoder.line(SampleBuild.id(id)
                        .start("2026-03-04T00:00:0%dZ".formatted(second))
                        .build())
                + "\n";
    }
}
