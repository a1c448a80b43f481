package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Outcome;
import dev.bengal.model.sample.SampleBuild;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store has to do. */
abstract class BuildStoreContract {
    private static final String CLEAN = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private BuildStore store;

    /** The store that keeps its builds in this folder: an empty one, or one that a store of the same kind has filled. */
    abstract BuildStore open(Path folder);

    @BeforeEach
    void open() {
        store = open(folder);
    }

    @Test
    void newStore_isEmpty() {
        assertThat(store.recent(BuildFilter.ALL, 10)).isEqualTo(new History(List.of(), 0, List.of()));
        assertThat(store.latest(BuildFilter.ALL, 10)).isEmpty();
    }

    @Test
    void append_keepsEveryValue() {
        BuildMetrics build = SampleBuild.complete();
        BuildMetrics bare = SampleBuild.id("bare").start("2026-01-01T00:00:00Z").build();

        store.append(build);
        store.append(bare);

        assertThat(store.recent(BuildFilter.ALL, 10).builds())
                .extracting(BuildRecord::build)
                .containsExactly(bare, build);
        assertThat(store.latest(BuildFilter.ALL, 10))
                .extracting(BuildRecord::build)
                .containsExactly(build, bare);
    }

    @Test
    void append_outlivesTheStore() {
        store.append(SampleBuild.id("a").build());

        assertThat(ids(open(folder).recent(BuildFilter.ALL, 10).builds())).containsExactly("a");
    }

    @Test
    void recent_ordersByStartAndNotByArrival() {
        append("c", "2026-03-03T00:00:00Z");
        append("a", "2026-03-01T00:00:00Z");
        append("b", "2026-03-02T00:00:00Z");

        assertThat(ids(store.recent(BuildFilter.ALL, 10).builds())).containsExactly("a", "b", "c");
    }

    @Test
    void recent_ordersBuildsOfOneStartById() {
        append("b", "2026-03-01T00:00:00Z");
        append("c", "2026-03-01T00:00:00Z");
        append("a", "2026-03-01T00:00:00Z");

        assertThat(ids(store.recent(BuildFilter.ALL, 10).builds())).containsExactly("a", "b", "c");
        assertThat(ids(store.recent(BuildFilter.ALL, 2).builds())).containsExactly("b", "c");
    }

    @Test
    void recent_givesTheNewestUpToTheLimitAndCountsThemAll() {
        append("c", "2026-03-03T00:00:00Z");
        append("d", "2026-03-04T00:00:00Z");
        append("a", "2026-03-01T00:00:00Z");
        append("b", "2026-03-02T00:00:00Z");

        History history = store.recent(BuildFilter.ALL, 2);

        assertThat(ids(history.builds())).containsExactly("c", "d");
        assertThat(history.recorded()).isEqualTo(4);
    }

    @Test
    void recent_givesOnlyWhatTheFilterAcceptsAndCountsThemAll() {
        store.append(SampleBuild.id("a").scenario("mvn verify").build());
        store.append(SampleBuild.id("b").build());

        History history =
                store.recent(build -> build.identity().scenario().name().equals("mvn verify"), 10);

        assertThat(ids(history.builds())).containsExactly("a");
        assertThat(history.recorded()).isEqualTo(2);
    }

    @Test
    void store_countsABuildThatCameTwiceOnce() {
        append("a", "2026-03-01T00:00:00Z");
        append("b", "2026-03-02T00:00:00Z");
        append("a", "2026-03-01T00:00:00Z");

        assertThat(ids(store.recent(BuildFilter.ALL, 10).builds())).containsExactly("a", "b");
        assertThat(store.recent(BuildFilter.ALL, 10).recorded()).isEqualTo(2);
        assertThat(ids(store.latest(BuildFilter.ALL, 10))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void latest_givesThoseThatWereKeptLastTheOldestFirst() {
        append("c", "2026-03-03T00:00:00Z");
        append("a", "2026-03-01T00:00:00Z");
        append("b", "2026-03-02T00:00:00Z");

        assertThat(ids(store.latest(BuildFilter.ALL, 10))).containsExactly("c", "a", "b");
        assertThat(ids(store.latest(BuildFilter.ALL, 2))).containsExactly("a", "b");
        assertThat(ids(store.latest(BuildFilter.ALL, 1))).containsExactly("b");
    }

    @Test
    void latest_findsTheBaselineOfABuild() {
        store.append(SampleBuild.id("old").commit(CLEAN).build());
        store.append(SampleBuild.id("baseline").commit(CLEAN).build());
        store.append(SampleBuild.id("dirty").commit(CLEAN, true).build());
        store.append(SampleBuild.id("failed").outcome(Outcome.FAILED).build());
        store.append(SampleBuild.id("scenario").scenario("mvn verify").build());
        store.append(SampleBuild.id("project").project("shop").build());
        store.append(SampleBuild.id("machine").fingerprint("laptop").build());
        BuildMetrics build = SampleBuild.id("new").commit(CLEAN, true).build();
        store.append(build);

        assertThat(ids(store.latest(BuildFilter.baselineOf(build), 1))).containsExactly("baseline");
        assertThat(ids(store.latest(BuildFilter.baselineOf(build), 10))).containsExactly("old", "baseline");
    }

    @Test
    void baselineOf_isNeverTheBuildItselfNorAnyOfAFailure() {
        BuildMetrics build = SampleBuild.id("a").build();
        BuildMetrics failed = SampleBuild.id("b").outcome(Outcome.FAILED).build();
        store.append(build);

        assertThat(store.latest(BuildFilter.baselineOf(build), 1)).isEmpty();
        assertThat(store.latest(BuildFilter.baselineOf(failed), 1)).isEmpty();
    }

    @Test
    void questions_needALimitOfAtLeastOne() {
        assertThatThrownBy(() -> store.recent(BuildFilter.ALL, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is 0; at least 1 build can be asked for");
        assertThatThrownBy(() -> store.latest(BuildFilter.ALL, -3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is -3; at least 1 build can be asked for");
    }

    @Test
    void find_knowsTheLatestAndTheOneBeforeByTheirStart() {
        append("c", "2026-03-03T00:00:00Z");
        append("a", "2026-03-01T00:00:00Z");
        append("b", "2026-03-02T00:00:00Z");

        assertThat(found("latest")).isEqualTo("c");
        assertThat(found("previous")).isEqualTo("b");
    }

    @Test
    void find_inAnEmptyStoreFindsNothing() {
        for (String name : List.of("latest", "previous", "a", "")) {
            BuildReference.Answer answer = new BuildReference(name).find(store);

            assertThat(answer.build()).as(name).isEmpty();
            assertThat(answer.candidates()).as(name).isEmpty();
        }
    }

    @Test
    void find_previousNeedsTwoBuilds() {
        append("a", "2026-03-01T00:00:00Z");

        assertThat(new BuildReference("previous").find(store).build()).isEmpty();
    }

    @Test
    void find_takesTheBeginningOfAnId() {
        append("01abc", "2026-03-01T00:00:00Z");
        append("01abd", "2026-03-02T00:00:00Z");

        assertThat(found("01abc")).isEqualTo("01abc");
        assertThat(found("01abd")).isEqualTo("01abd");
    }

    @Test
    void find_ofABeginningThatSeveralIdsShareNamesThemTheNewestFirst() {
        append("01abd", "2026-03-02T00:00:00Z");
        append("01abc", "2026-03-01T00:00:00Z");
        append("02", "2026-03-03T00:00:00Z");

        BuildReference.Answer answer = new BuildReference("01ab").find(store);

        assertThat(answer.build()).isEmpty();
        assertThat(answer.candidates()).extracting(BuildId::value).containsExactly("01abd", "01abc");
    }

    @Test
    void find_takesAWholeIdEvenIfAnotherBeginsWithIt() {
        append("01", "2026-03-01T00:00:00Z");
        append("012", "2026-03-02T00:00:00Z");

        assertThat(found("01")).isEqualTo("01");
    }

    @Test
    void find_ofACommitIsItsNewestBuild() {
        store.append(SampleBuild.id("new")
                .start("2026-03-02T00:00:00Z")
                .commit(CLEAN)
                .build());
        store.append(SampleBuild.id("old")
                .start("2026-03-01T00:00:00Z")
                .commit(CLEAN)
                .build());
        store.append(SampleBuild.id("other")
                .start("2026-03-03T00:00:00Z")
                .commit("f".repeat(40))
                .build());

        assertThat(found(CLEAN)).isEqualTo("new");
        assertThat(found(CLEAN.substring(0, 4))).isEqualTo("new");
        assertThat(new BuildReference(CLEAN.substring(0, 3)).find(store).build())
                .isEmpty();
    }

    @Test
    void find_putsAnIdBeforeACommit() {
        store.append(SampleBuild.id("0123x").start("2026-03-01T00:00:00Z").build());
        store.append(SampleBuild.id("newer")
                .start("2026-03-02T00:00:00Z")
                .commit(CLEAN)
                .build());

        assertThat(found("0123")).isEqualTo("0123x");
    }

    @Test
    void find_ofAnUnknownBuildNamesTheNearestFirst() {
        append("01abc", "2026-03-01T00:00:00Z");
        append("01xyz", "2026-03-02T00:00:00Z");
        append("99999", "2026-03-03T00:00:00Z");
        append("88888", "2026-03-04T00:00:00Z");

        BuildReference.Answer answer = new BuildReference("01abd").find(store);

        assertThat(answer.build()).isEmpty();
        // One letter off, three off, and of those that are all off, the newest.
        assertThat(answer.candidates()).extracting(BuildId::value).containsExactly("01abc", "01xyz", "88888");
        assertThat(answer.history().recorded()).isEqualTo(4);
    }

    private String found(String name) {
        return new BuildReference(name)
                .find(store)
                .build()
                .orElseThrow()
                .build()
                .identity()
                .id()
                .value();
    }

    private void append(String id, String start) {
        store.append(SampleBuild.id(id).start(start).build());
    }

    static List<String> ids(Collection<BuildRecord> builds) {
        return builds.stream()
                .map(record -> record.build().identity().id().value())
                .toList();
    }
}
