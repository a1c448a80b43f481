package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.sample.SampleBuild;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedStoreTest {
    @TempDir
    private Path folder;

    private JoinedStore joined;

    @BeforeEach
    void join() {
        JournalStore one = new JournalStore(new Journal(folder.resolve("one.jsonl")), "one");
        JournalStore two = new JournalStore(new Journal(folder.resolve("two.jsonl")), "two");
        one.append(build("a", "one", 1));
        one.append(build("c", "one", 3));
        two.append(build("b", "two", 2));
        two.append(build("d", "two", 4));
        joined = new JoinedStore(List.of(one, two));
    }

    private static BuildMetrics build(String id, String project, int day) {
        return SampleBuild.id(id)
                .project(project)
                .start("2026-03-0" + day + "T00:00:00Z")
                .millis(day)
                .build();
    }

    private static List<String> ids(List<BuildRecord> builds) {
        return builds.stream()
                .map(known -> known.build().identity().id().value())
                .toList();
    }

    @Test
    void recent_isTheNewestOfAll() {
        History history = joined.recent(BuildFilter.ALL, BuildOrder.BY_START, 3);

        assertThat(ids(history.builds())).containsExactly("b", "c", "d");
        assertThat(history.recorded()).isEqualTo(4);
        assertThat(ids(joined.recent(BuildFilter.ALL.project("one"), BuildOrder.BY_COMMIT, 3)
                        .builds()))
                .containsExactly("a", "c");
    }

    @Test
    void latest_isTheNewestOfAll() {
        assertThat(ids(joined.latest(BuildFilter.ALL, 2))).containsExactly("c", "d");
    }

    @Test
    void series_areThoseOfEach() {
        assertThat(joined.series(BuildFilter.ALL, "total_duration_ms"))
                .extracting(series -> series.project() + series.points().size())
                .containsExactlyInAnyOrder("one2", "two2");
    }

    @Test
    void nothing_isKeptInIt() {
        assertThatThrownBy(() -> joined.append(build("e", "one", 5))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> new JoinedStore(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
