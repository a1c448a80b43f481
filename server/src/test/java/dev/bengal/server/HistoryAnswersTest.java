package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.Journal;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryAnswersTest {
    private static final String PHASE = "F" + HostileHistory.SCRIPT + ".duration_ms";

    @TempDir
    private Path folder;

    private JournalStore store;

    @BeforeEach
    void open() throws IOException {
        store = new JournalStore(new Journal(HostileHistory.write(folder)), "p");
    }

    private HistoryAnswers watched(IntConsumer watcher) {
        return new HistoryAnswers(new WatchedStore(store, watcher), new PlainJudgements(store));
    }

    private void append(String line) throws IOException {
        Files.writeString(folder.resolve("history.jsonl"), line, StandardOpenOption.APPEND);
    }

    @Test
    void badge_ofWhatTheNewestBuildMeasuredReadsNoOther() {
        List<Integer> limits = new ArrayList<>();

        assertThat(watched(limits::add).badge(BuildFilter.ALL, "page_count")).contains("page_count: 100");
        assertThat(limits).containsExactly(1);
    }

    @Test
    void badge_isOfTheNewestBuildThatMeasuredIt() throws IOException {
        append(HostileHistory.line(60).replace("\"page_count\":100,", ""));
        HistoryAnswers answers = watched(limit -> {});

        assertThat(answers.badge(BuildFilter.ALL, "page_count")).contains("page_count: 100");
        assertThat(answers.badge(BuildFilter.ALL, "heap_mb")).contains("not measured");
    }

    @Test
    void phase_isKnownByItsShortNameAlsoWhereTheNewestBuildHasNone() throws IOException {
        append(HostileHistory.line(60).replaceFirst("\"phases\":\\[.*?\\],", ""));

        assertThat(watched(limit -> {}).meant(BuildFilter.ALL, PHASE)).isEqualTo("phase." + PHASE);
    }
}
