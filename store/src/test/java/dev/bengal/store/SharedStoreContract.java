package dev.bengal.store;

import static dev.bengal.store.BuildStoreContract.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.sample.SampleBuild;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store has to do that several projects write to. */
interface SharedStoreContract extends ProjectsContract {
    @Override
    SharedStore ofShop();

    @Test
    default void recorded_countsTheBuildsOfTheProjectAlone() {
        append("a", "2026-03-01T00:00:00Z");
        deliverToShop(3);
        assertThat(recorded(store())).isEqualTo(1);
        assertThat(recorded(ofShop())).isEqualTo(3);

        ofShop().append(new HistoryEvent.Pruned(
                new HistoryEvent.Stamp(new BuildId("e1"), Instant.parse("2026-03-03T00:00:00Z"), "Ada"),
                List.of(new BuildId("a"), new BuildId("shop 1"), new BuildId("shop 2")),
                "old.jsonl.gz"));

        assertThat(recorded(store())).isZero();
        assertThat(recorded(ofShop())).isEqualTo(1);
    }

    private static long recorded(BuildStore store) {
        return store.recent(BuildFilter.ALL, BuildOrder.BY_START, 1).recorded();
    }

    @Test
    default void mark_isNotChangedByTheBuildsOfOthers() {
        Object empty = store().mark();
        deliverToShop(1);
        assertThat(store().mark()).isEqualTo(empty);

        append("a", "2026-03-01T00:00:00Z");
        Object one = store().mark();
        deliverToShop(2);

        assertThat(one).isNotEqualTo(empty);
        assertThat(store().mark()).isEqualTo(one);
    }

    @Test
    default void latest_isFoundBehindHoweverManyBuildsOfOthers() {
        append("a", "2026-03-01T00:00:00Z");
        deliverToShop(6_000);

        assertThat(ids(store().latest(BuildFilter.ALL, 2))).containsExactly("a");
        assertThat(ids(ofShop().latest(BuildFilter.ALL, 1))).containsExactly("shop 5999");
    }

    private void deliverToShop(int builds) {
        ofShop().deliver(IntStream.range(0, builds)
                .mapToObj(i -> RecordEncoder.line(
                        SampleBuild.id("shop " + i).project("shop").build()))
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList());
    }
}
