package dev.bengal.store.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.journal.Journal;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.store.Answers;
import dev.bengal.store.Finding;
import dev.bengal.store.RandomHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnionTest {
    private static final String EARLY = "{\"timestamp\": \"2025-10-04T00:00:07\", \"build_time_ms\": 1}";
    private static final String EVENT = "{\"schema_version\":1,\"event\":\"excluded\",\"event_id\":\"e\","
            + "\"timestamp\":\"2026-03-04T00:00:00Z\",\"build_id\":\"a\",\"why\":\"a test\"}\n";

    @TempDir
    private Path folder;

    private Path file;
    private Path other;
    private Journal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("history.jsonl");
        other = folder.resolve("other.jsonl");
        journal = new Journal(file);
    }

    @Test
    void bringIn_takesEachBuildAndEventOnce() throws IOException {
        Files.writeString(file, line("a") + EVENT + EARLY + "\n" + "{\"torn");
        Files.writeString(
                other, line("a") + line("b") + EVENT + EARLY + "\r\n" + EARLY + "\n" + line("b") + "\noops\n");

        Union.Result result = new Union(journal, "docs").bringIn(new Journal(other));

        assertThat(result)
                .isEqualTo(new Union.Result(
                        1,
                        0,
                        5,
                        0,
                        List.of(
                                new Finding(other, 7, "blank line", false),
                                new Finding(other, 8, "not a JSON object", true))));
        assertThat(file).hasContent(line("a") + EVENT + EARLY + "\n" + "{\"torn\n" + line("b"));
    }

    @Test
    void bringIn_leavesTheMarksOfEditorsBehind() throws IOException {
        Files.writeString(other, "\uFEFF" + EARLY + "\r\n" + line("a").strip() + "\r\n" + EVENT.strip() + "\r\n");

        new Union(journal, "docs").bringIn(new Journal(other));

        assertThat(file).hasContent(EARLY + "\n" + line("a") + EVENT);
    }

    @Test
    void bringIn_takesWhatTheOtherPrunedAway() throws IOException {
        Files.writeString(file, line("a") + line("b"));
        Files.writeString(
                other,
                "{\"schema_version\":1,\"event\":\"pruned\",\"event_id\":\"p\",\"timestamp\":\"2026-03-04T00:00:00Z\","
                        + "\"build_ids\":[\"a\"],\"archive\":\"x\"}\n");

        Union.Result result = new Union(journal, "docs").bringIn(new Journal(other));

        assertThat(result.events()).isEqualTo(1);
        assertThat(Answers.ofTheJournal(journal).histories().get(0).recorded()).isEqualTo(1);
        Answers.assertIndexSaysTheSame(journal);
    }

    @Test
    void bringIn_ofTwoAtOnceTakesEachLineOnce() throws IOException {
        Files.writeString(file, line("a"));
        Files.writeString(other, line("b") + EVENT + EARLY + "\n" + line("c"));
        Union one = new Union(journal, "docs");
        Union another = new Union(journal, "docs");

        Union.Result first = one.bringIn(new Journal(other));
        Union.Result second = another.bringIn(new Journal(other));

        assertThat(first.builds() + first.events()).isEqualTo(4);
        assertThat(second).isEqualTo(new Union.Result(0, 0, 4, 0, List.of()));
        assertThat(file).hasContent(line("a") + line("b") + EVENT + EARLY + "\n" + line("c"));
    }

    @Test
    void bringIn_heedsWhatWasPrunedMeanwhileInAnotherFile() throws IOException {
        Files.writeString(file, line("a") + line("b"));
        Files.writeString(other, line("c") + line("d"));
        Union union = new Union(journal, "docs");
        String tombstone =
                "{\"schema_version\":1,\"event\":\"pruned\",\"event_id\":\"p\",\"timestamp\":\"2026-03-04T00:00:00Z\","
                        + "\"build_ids\":[\"a\",\"c\"],\"archive\":\"x\"}\n";
        Path draft = folder.resolve("draft");
        Files.writeString(draft, line("b") + tombstone);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);

        Union.Result result = union.bringIn(new Journal(other));

        assertThat(result).isEqualTo(new Union.Result(1, 0, 0, 1, List.of()));
        assertThat(file).hasContent(line("b") + tombstone + line("d"));
    }

    @Test
    void bringIn_leavesALongLineBehind() throws IOException {
        Files.write(other, new byte[Journal.LONGEST_LINE + 1]);

        Union.Result result = new Union(journal, "docs").bringIn(new Journal(other));

        assertThat(result.findings()).containsExactly(Finding.ofLongLine(other, 1, Journal.LONGEST_LINE + 1L));
        assertThat(file).doesNotExist();
    }

    @Test
    void bringIn_saysThatTheOtherIsAFolder() {
        Union union = new Union(journal, "docs");

        assertThatThrownBy(() -> union.bringIn(new Journal(folder)))
                .isInstanceOf(JournalException.class)
                .hasMessage(folder + " cannot be read: Is a directory");
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void bringIn_givesTheSameHistoryFromBothSides(long seed) throws IOException {
        byte[] ours = new RandomHistory(seed).nextBytes(80);
        byte[] theirs = new RandomHistory(seed).nextBytes(120);
        Files.write(file, ours);
        Files.write(other, theirs);

        new Union(journal, "docs").bringIn(new Journal(other));

        // The longer one holds all that the shorter one does.
        assertThat(Answers.ofTheJournal(journal).events())
                .isEqualTo(Answers.ofTheJournal(new Journal(other)).events());
        assertThat(Answers.ofTheJournal(journal).series())
                .isEqualTo(Answers.ofTheJournal(new Journal(other)).series());
        Answers.assertIndexSaysTheSame(journal);
        long size = journal.size();
        new Union(journal, "docs").bringIn(new Journal(other));
        assertThat(journal.size()).isEqualTo(size);
    }

    private static String line(String id) {
        return RecordEncoder.line(SampleBuild.id(id).build()) + "\n";
    }
}
