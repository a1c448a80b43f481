package dev.bengal.store;

import static dev.bengal.store.BuildStoreContract.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import dev.bengal.model.sample.SampleBuild;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How every store that is opened for one project, which is {@code docs}, keeps to it. */
interface ProjectsContract extends TestedStore {
    /** The same history, opened for the project {@code shop}. */
    BuildStore ofShop();

    @Test
    default void question_isAnsweredByTheBuildsOfTheProjectAlone() {
        store().append(SampleBuild.id("mine").millis(1).build());
        ofShop().append(SampleBuild.id("theirs").project("shop").millis(2).build());

        for (BuildOrder order : BuildOrder.values()) {
            assertThat(ids(store().recent(BuildFilter.ALL, order, 1).builds())).containsExactly("mine");
            assertThat(ids(ofShop().recent(BuildFilter.ALL, order, 9).builds())).containsExactly("theirs");
        }
        assertThat(ids(store().latest(BuildFilter.ALL, 1))).containsExactly("mine");
        assertThat(store().latest(BuildFilter.ALL.project("shop"), 1)).isEmpty();
        assertThat(store().series(BuildFilter.ALL, "total_duration_ms", 1))
                .extracting(Series::project)
                .containsExactly("docs");
        assertThat(store().thinned(BuildFilter.ALL, "total_duration_ms", 4)).hasSize(1);
    }

    @Test
    default void remarks_areThoseOfAllProjects() {
        HistoryEvent event = new HistoryEvent.Excluded(
                new HistoryEvent.Stamp(new BuildId("e1"), Instant.parse("2026-03-03T00:00:00Z"), "Ada"),
                new BuildId("theirs"),
                "the disk was full");
        ofShop().append(event);

        assertThat(store().events()).containsExactly(event);
    }
}
