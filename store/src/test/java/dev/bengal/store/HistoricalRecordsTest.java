package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.store.upkeep.Union;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real records of 2025, where a checkout of them lies beside this project: {@code shared/data/bengal-history} in the
 * working directory or in a folder above it.
 */
class HistoricalRecordsTest {
    private static final String DATA = "shared/data/bengal-history";

    private Path data = Path.of("");

    @BeforeEach
    void find() {
        Optional<Path> found = Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, folder -> folder.getParent())
                .map(folder -> folder.resolve(DATA))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "no " + DATA + " in or above the working directory: nothing to read");
        data = found.orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"root.jsonl, 2", "quickstart.jsonl, 3", "showcase.jsonl, 38", "synthetic_all_schema_versions.jsonl, 10"
    })
    void recent_readsEveryRecord(String file, int records) {
        History history = read(file);

        assertThat(history.recorded()).isEqualTo(records);
        assertThat(history.builds()).hasSize(records);
        assertThat(history.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"root.jsonl", "quickstart.jsonl", "showcase.jsonl"})
    void recent_readsTheNumbersOfTheLine(String file) {
        assertThat(read(file).builds()).allSatisfy(HistoricalRecordsTest::assertNumbers);
    }

    @Test
    void recent_ordersThemByTheirStart() throws IOException {
        List<BuildRecord> builds = read("showcase.jsonl").builds();

        assertThat(builds).extracting(record -> record.build().timestamp()).isSorted();
        assertThat(builds.stream().map(BuildRecord::line))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(data.resolve("showcase.jsonl")));
    }

    @ParameterizedTest
    @CsvSource({"root.jsonl, 2", "quickstart.jsonl, 3", "showcase.jsonl, 38", "synthetic_all_schema_versions.jsonl, 10"
    })
    void union_takesEachOnceWhateverAnEditorDidToTheFile(String file, int records, @TempDir Path folder)
            throws IOException {
        Path windows = folder.resolve("windows.jsonl");
        Files.writeString(windows, "\uFEFF" + String.join("\r\n", Files.readAllLines(data.resolve(file))));
        Journal journal = new Journal(folder.resolve("history.jsonl"));

        Union union = new Union(journal, "docs");

        assertThat(union.bringIn(new Journal(windows)).builds()).isEqualTo(records);
        assertThat(union.bringIn(new Journal(data.resolve(file))).there()).isEqualTo(records);
        assertThat(Files.readAllLines(journal.file())).isEqualTo(Files.readAllLines(data.resolve(file)));
        Answers.assertIndexSaysTheSame(journal);
    }

    /** What the line says, by a search in its text, against what was read. */
    private static void assertNumbers(BuildRecord record) {
        BuildMetrics build = record.build();
        assertThat(build.timestamp()).hasToString(text(record, "timestamp") + "Z");
        assertThat(build.totals().time().wallMillis()).isEqualTo(number(record, "build_time_ms"));
        assertThat(build.totals().memory().rssGrowthMebibytes()).isEqualTo(number(record, "memory_rss_mb"));
        double heap = number(record, "memory_heap_mb");
        assertThat(build.totals().memory().liveHeapMebibytes()).isEqualTo(heap == 0 ? null : heap);
        assertThat(build.stats().pageCount()).isEqualTo((long) number(record, "regular_pages"));
        assertThat(build.stats().assetCount()).isEqualTo((long) number(record, "total_assets"));
        assertThat(build.phases())
                .filteredOn(phase -> phase.name().equals("rendering"))
                .singleElement()
                .satisfies(phase -> assertThat(phase.durationMillis()).isEqualTo(number(record, "rendering_time_ms")));
        assertThat(build.identity().scenario().name())
                .isEqualTo(record.line().contains("\"incremental\": true") ? "site incremental" : "site full");
    }

    private static double number(BuildRecord record, String key) {
        return Double.parseDouble(text(record, key));
    }

    private static String text(BuildRecord record, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\": \"?([^\",}]+)").matcher(record.line());
        assertThat(matcher.find()).as("%s in %s", key, record.line()).isTrue();
        return matcher.group(1);
    }

    private History read(String file) {
        return new JournalStore(new Journal(data.resolve(file)), "docs")
                .recent(BuildFilter.ALL, BuildOrder.BY_START, 1000);
    }
}
