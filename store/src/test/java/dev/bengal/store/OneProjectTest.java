package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.Journal;
import dev.bengal.model.Series;
import dev.bengal.model.sample.SampleBuild;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneProjectTest {
    @TempDir
    private Path folder;

    private OneProject docs;

    @BeforeEach
    void fill() {
        JournalStore all = new JournalStore(new Journal(folder.resolve("history.jsonl")), "docs");
        docs = new OneProject(all, "docs");
        all.append(SampleBuild.id("mine").project("docs").millis(1).build());
        all.append(SampleBuild.id("theirs").project("shop").millis(2).build());
    }

    @Test
    void question_isAnsweredByItsOwnBuildsAlone() {
        assertThat(docs.recent(BuildFilter.ALL, BuildOrder.BY_COMMIT, 1).builds())
                .extracting(known -> known.build().identity().id().value())
                .containsExactly("mine");
        assertThat(docs.latest(BuildFilter.ALL, 1))
                .extracting(known -> known.build().identity().id().value())
                .containsExactly("mine");
        assertThat(docs.series(BuildFilter.ALL, "total_duration_ms"))
                .extracting(Series::project)
                .containsExactly("docs");
        assertThat(docs.thinned(BuildFilter.ALL, "total_duration_ms", 4)).hasSize(1);
        assertThat(docs.latest(BuildFilter.ALL.project("shop"), 1)).isEmpty();
    }

    @Test
    void buildThatIsAppended_isThere() {
        docs.append(SampleBuild.id("new").project("docs").build());

        assertThat(docs.latest(BuildFilter.ALL, 9)).hasSize(2);
        assertThat(docs.mark()).isEqualTo(docs.store().mark());
    }
}
