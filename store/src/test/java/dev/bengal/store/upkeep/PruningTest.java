package dev.bengal.store.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.journal.EventEncoder;
import dev.bengal.journal.Journal;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.store.Answers;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningTest {
    private static final Retention THE_NEWEST = new Retention(1, 0);

    @TempDir
    private Path folder;

    private Path file;
    private Path archive;
    private Journal journal;
    private Pruning pruning;
    private final AtomicInteger stamps = new AtomicInteger();

    @BeforeEach
    void open() {
        file = folder.resolve("history.jsonl");
        archive = folder.resolve("archive").resolve("old.jsonl.gz");
        journal = new Journal(file);
        pruning = new Pruning(journal, "docs", build -> false);
    }

    @Test
    void move_putsJustTheLinesOfTheBuildsIntoTheArchive() throws IOException {
        String spaced = line("a", 5).replace(",\"", ", \"");
        Files.writeString(file, spaced + "oops\n" + line("b", 6) + line("a", 5) + line("c", 7) + line("d", 8));

        List<PrunableBuild> plan = pruning.plan(THE_NEWEST).going();
        assertThat(plan).extracting(build -> build.id().value()).containsExactly("a", "b");
        assertThat(pruning.move(plan, archive, this::stamp)).isEqualTo(2);

        assertThat(unpacked(archive)).isEqualTo(spaced + line("b", 6) + line("a", 5));
        String tombstone = EventEncoder.line(
                new HistoryEvent.Pruned(stamp("stamp0"), List.of(new BuildId("a"), new BuildId("b")), "old.jsonl.gz"));
        assertThat(file).hasContent("oops\n" + line("c", 7) + line("d", 8) + tombstone + "\n");
        Answers.assertIndexSaysTheSame(journal);
    }

    @Test
    void move_keepsThemFromComingBack() throws IOException {
        String all = line("a", 5) + line("b", 6) + line("c", 7);
        Files.writeString(file, all);
        Path other = Files.writeString(folder.resolve("other.jsonl"), all + line("z", 9));
        pruning.move(pruning.plan(THE_NEWEST).going(), archive, this::stamp);

        Union.Result result = new Union(journal, "docs").bringIn(new Journal(other));

        assertThat(result.builds()).isEqualTo(1);
        assertThat(result.stayedAway()).isEqualTo(1);
        assertThat(ids()).containsExactly("b", "c", "z");
        // Nor do they by cat.
        Files.writeString(file, Files.readString(file) + all);
        assertThat(ids()).containsExactly("b", "c", "z");
        Answers.assertIndexSaysTheSame(journal);
    }

    @Test
    void plan_takesWhatIsThereAgainAndCountsItForNothing() throws IOException {
        String all = line("a", 5) + line("b", 6) + line("c", 7);
        Files.writeString(file, all);
        pruning.move(List.of(pruning.plan(new Retention(1, 0)).going().get(0)), archive, this::stamp);
        Files.writeString(file, Files.readString(file) + line("a", 5));

        List<PrunableBuild> plan = pruning.plan(THE_NEWEST).going();
        assertThat(plan).extracting(build -> build.id().value()).containsExactly("a");
        pruning.move(plan, folder.resolve("again.jsonl.gz"), this::stamp);
        assertThat(pruning.plan(THE_NEWEST).going()).isEmpty();
        assertThat(file).content().doesNotContain(line("a", 5));
    }

    /** What tells of it, such as a change, may be found no more once the others are gone. */
    @Test
    void whatStayedOnce_staysAlways() throws IOException {
        Files.writeString(file, line("a", 5) + line("b", 6) + line("c", 7) + line("d", 8));
        Pruning knowing = new Pruning(
                journal, "docs", build -> build.build().identity().id().value().equals("a"));
        knowing.move(knowing.plan(THE_NEWEST).going(), archive, this::stamp);

        assertThat(ids()).containsExactly("a", "c", "d");
        assertThat(pruning.plan(THE_NEWEST).going()).isEmpty();
    }

    @Test
    void plan_prefersABuildThatNobodyExcluded() throws IOException {
        Files.writeString(file, line("a", 5) + line("b", 6) + line("c", 7));
        journal.append(EventEncoder.line(new HistoryEvent.Excluded(stamp("x"), new BuildId("b"), "noise")));

        assertThat(pruning.plan(THE_NEWEST).going())
                .extracting(build -> build.id().value())
                .containsExactly("b");
    }

    @Test
    void plan_neverTakesWhatIsProtected() throws IOException {
        Files.writeString(file, line("a", 5) + line("b", 6) + line("c", 7));

        assertThat(new Pruning(journal, "docs", build -> true).plan(THE_NEWEST).going())
                .isEmpty();
    }

    @Test
    void move_neverTouchesAnArchiveThatIsThere() throws IOException {
        String content = line("a", 5) + line("b", 6) + line("c", 7);
        Files.writeString(file, content);
        Files.createDirectories(archive.getParent());
        Files.writeString(archive, "older builds");

        assertThatThrownBy(() -> pruning.move(pruning.plan(THE_NEWEST).going(), archive, this::stamp))
                .isInstanceOf(JournalException.class)
                .hasMessage(
                        archive + " cannot be written: a file of that name is in the way; the history is as it was");
        assertThat(archive).hasContent("older builds");
        assertThat(file).hasContent(content);
    }

    @Test
    void move_thatFailsLeavesTheHistoryAndNoArchive() throws IOException {
        String content = line("a", 5) + line("b", 6) + line("c", 7);
        Files.writeString(file, content);
        Files.createDirectories(folder.resolve("history.draft").resolve("in the way"));

        assertThatThrownBy(() -> pruning.move(pruning.plan(THE_NEWEST).going(), archive, this::stamp))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith(file + " cannot be rewritten: ");
        assertThat(file).hasContent(content);
        assertThat(archive).doesNotExist();
    }

    @Test
    void move_thatComesTooLateLeavesNoArchive() throws IOException {
        Files.writeString(file, line("a", 5) + line("b", 6) + line("c", 7));
        List<PrunableBuild> plan = pruning.plan(THE_NEWEST).going();
        pruning.move(plan, archive, this::stamp);
        String after = Files.readString(file);
        Path second = archive.resolveSibling("second.jsonl.gz");

        assertThat(pruning.move(plan, second, this::stamp)).isZero();

        assertThat(second).doesNotExist();
        assertThat(file).hasContent(after);
        assertThat(pruning.plan(THE_NEWEST).going()).isEmpty();
    }

    @Test
    void move_saysThatTheFolderOfTheArchiveIsAFile() throws IOException {
        Files.writeString(file, line("a", 5) + line("b", 6) + line("c", 7));
        Files.writeString(archive.getParent(), "a file");

        assertThatThrownBy(() -> pruning.move(pruning.plan(THE_NEWEST).going(), archive, this::stamp))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith(archive + " cannot be written: ")
                .hasMessageEndingWith("; the history is as it was");
        assertThat(archive.getParent()).hasContent("a file");
    }

    private List<String> ids() {
        return new JournalStore(journal, "docs")
                .recent(BuildFilter.ALL, BuildOrder.BY_START, 10).builds().stream()
                        .map(known -> known.build().identity().id().value())
                        .toList();
    }

    private HistoryEvent.Stamp stamp() {
        return stamp("stamp" + stamps.getAndIncrement());
    }

    private static HistoryEvent.Stamp stamp(String id) {
        return new HistoryEvent.Stamp(new BuildId(id), Instant.parse("2026-03-09T00:00:00Z"), "tester");
    }

    private static String unpacked(Path archive) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A build of a day in the first days of January, from Monday the 5th on. */
    private static String line(String id, int day) {
        return RecordEncoder.line(SampleBuild.id(id)
                        .start("2026-01-%02dT00:00:00Z".formatted(day))
                        .build())
                + "\n";
    }
}
