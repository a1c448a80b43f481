package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Commit;
import dev.bengal.model.Outcome;
import dev.bengal.model.sample.SampleBuild;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store has to do. */
abstract class BuildStoreContract implements BuildReferenceContract, SeriesContract, EventsContract {
    private static final String CLEAN = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private BuildStore store;

    @Override
    public final BuildStore store() {
        return store;
    }

    /** The store that keeps its builds in this folder: an empty one, or one that a store of the same kind has filled. */
    abstract BuildStore open(Path folder);

    @BeforeEach
    void open() {
        store = open(folder);
    }

    @Test
    void newStore_isEmpty() {
        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 10))
                .isEqualTo(new History(List.of(), 0, List.of()));
        assertThat(store.latest(BuildFilter.ALL, 10)).isEmpty();
    }

    @Test
    void append_keepsEveryValue() {
        BuildMetrics build = SampleBuild.complete();
        BuildMetrics bare = SampleBuild.id("bare").start("2026-01-01T00:00:00Z").build();

        store.append(build);
        store.append(bare);

        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 10).builds())
                .extracting(BuildRecord::build)
                .containsExactly(bare, build);
        assertThat(store.latest(BuildFilter.ALL, 10))
                .extracting(BuildRecord::build)
                .containsExactly(build, bare);
    }

    @Test
    void append_outlivesTheStore() {
        store.append(SampleBuild.id("a").build());

        assertThat(ids(open(folder)
                        .recent(BuildFilter.ALL, BuildOrder.BY_START, 10)
                        .builds()))
                .containsExactly("a");
    }

    @Test
    void recent_ordersByStartAndNotByArrival() {
        append("c", "2026-03-03T00:00:00Z");
        append("a", "2026-03-01T00:00:00Z");
        append("b", "2026-03-02T00:00:00Z");

        assertThat(ids(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 10).builds()))
                .containsExactly("a", "b", "c");
    }

    @Test
    void recent_ordersBuildsOfOneStartById() {
        append("b", "2026-03-01T00:00:00Z");
        append("c", "2026-03-01T00:00:00Z");
        append("a", "2026-03-01T00:00:00Z");

        assertThat(ids(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 10).builds()))
                .containsExactly("a", "b", "c");
        assertThat(ids(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 2).builds()))
                .containsExactly("b", "c");
    }

    @Test
    void recent_givesTheNewestUpToTheLimitAndCountsThemAll() {
        append("c", "2026-03-03T00:00:00Z");
        append("d", "2026-03-04T00:00:00Z");
        append("a", "2026-03-01T00:00:00Z");
        append("b", "2026-03-02T00:00:00Z");

        History history = store.recent(BuildFilter.ALL, BuildOrder.BY_START, 2);

        assertThat(ids(history.builds())).containsExactly("c", "d");
        assertThat(history.recorded()).isEqualTo(4);
    }

    @Test
    void recent_givesOnlyWhatTheFilterAcceptsAndCountsThemAll() {
        store.append(SampleBuild.id("a").scenario("mvn verify").build());
        store.append(SampleBuild.id("b").build());

        History history = store.recent(BuildFilter.ALL.scenario("mvn verify"), BuildOrder.BY_START, 10);

        assertThat(ids(history.builds())).containsExactly("a");
        assertThat(history.recorded()).isEqualTo(2);
    }

    @Test
    void store_countsABuildThatCameTwiceOnce() {
        append("a", "2026-03-01T00:00:00Z");
        append("b", "2026-03-02T00:00:00Z");
        append("a", "2026-03-01T00:00:00Z");

        assertThat(ids(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 10).builds()))
                .containsExactly("a", "b");
        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 10).recorded())
                .isEqualTo(2);
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
    void recent_byCommitPutsABuildThatWasMeasuredLateAtItsCommit() {
        store.append(atCommit("new", "2026-03-02T00:00:00Z", "b", "2026-03-02T00:00:00Z"));
        store.append(atCommit("late", "2026-03-09T00:00:00Z", "a", "2026-03-01T00:00:00Z"));
        append("loose", "2026-03-03T00:00:00Z");

        assertThat(ids(store.recent(BuildFilter.ALL, BuildOrder.BY_COMMIT, 10).builds()))
                .containsExactly("late", "new", "loose");
        assertThat(ids(store.recent(BuildFilter.ALL, BuildOrder.BY_COMMIT, 2).builds()))
                .containsExactly("new", "loose");
        assertThat(ids(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 1).builds()))
                .containsExactly("late");
    }

    @Test
    void filter_picksByEveryColumn() {
        BuildMetrics complete = SampleBuild.complete();
        store.append(complete);
        append("other", "2026-03-01T00:00:00Z");

        List<BuildFilter> fitting = List.of(
                BuildFilter.ALL.project("docs").scenario("site incremental"),
                BuildFilter.ALL.branch("feature/größer"),
                BuildFilter.ALL.environment("f00d"),
                BuildFilter.ALL.outcome(Outcome.SUCCESS).since(SampleBuild.START),
                BuildFilter.ALL.until(SampleBuild.START.plusMillis(1)).id("01comp"),
                BuildFilter.ALL.commit("0123"),
                BuildFilter.ALL.and(new Condition.IsNot(TextColumn.ID, "other")),
                BuildFilter.ALL
                        .and(new Condition.IsNot(TextColumn.BRANCH, "main"))
                        .scenario("site incremental"));
        List<BuildFilter> unfitting = List.of(
                BuildFilter.ALL.project("doc"),
                BuildFilter.ALL.branch("feature"),
                BuildFilter.ALL.environment("f00e"),
                BuildFilter.ALL.outcome(Outcome.FAILED),
                BuildFilter.ALL.since(SampleBuild.START.plusMillis(1)),
                BuildFilter.ALL.until(SampleBuild.START).id("01comp"),
                BuildFilter.ALL.commit("123"),
                BuildFilter.ALL.baselineMaterial().branch("feature/größer"));

        for (BuildFilter filter : fitting) {
            assertThat(ids(store.recent(filter, BuildOrder.BY_START, 10).builds()))
                    .as(filter.toString())
                    .containsExactly("01complete");
        }
        for (BuildFilter filter : unfitting) {
            assertThat(store.recent(filter, BuildOrder.BY_START, 10).builds())
                    .as(filter.toString())
                    .isEmpty();
        }
    }

    @Test
    void filter_isNotHoldsForBuildsThatHaveNothingThere() {
        append("nowhere", "2026-03-01T00:00:00Z");

        assertThat(ids(store.recent(
                                BuildFilter.ALL.and(new Condition.IsNot(TextColumn.BRANCH, "main")),
                                BuildOrder.BY_START,
                                10)
                        .builds()))
                .containsExactly("nowhere");
    }

    @Test
    void filter_takesNoSignForAPattern() {
        store.append(SampleBuild.id("a%b_c*")
                .scenario("100 % '; DROP TABLE build; --")
                .build());
        append("aXbYc", "2026-03-01T00:00:00Z");

        assertThat(ids(store.recent(BuildFilter.ALL.id("a%b_"), BuildOrder.BY_START, 10)
                        .builds()))
                .containsExactly("a%b_c*");
        assertThat(ids(store.recent(BuildFilter.ALL.scenario("100 % '; DROP TABLE build; --"), BuildOrder.BY_START, 10)
                        .builds()))
                .containsExactly("a%b_c*");
        assertThat(store.recent(BuildFilter.ALL.id("a%c"), BuildOrder.BY_START, 10)
                        .builds())
                .isEmpty();
    }

    @Test
    void byCommit_givesEveryBuildOfTheCommitByItsStart() {
        store.append(
                SampleBuild.id("b").start("2026-03-02T00:00:00Z").commit(CLEAN).build());
        store.append(SampleBuild.id("a")
                .start("2026-03-01T00:00:00Z")
                .commit(CLEAN, true)
                .build());
        store.append(SampleBuild.id("other").commit("f".repeat(40)).build());
        append("loose", "2026-03-01T00:00:00Z");

        assertThat(ids(store.byCommit(BuildFilter.ALL, CLEAN))).containsExactly("a", "b");
        assertThat(ids(store.byCommit(BuildFilter.ALL, CLEAN.substring(0, 8)))).containsExactly("a", "b");
        assertThat(ids(store.byCommit(BuildFilter.ALL.baselineMaterial(), CLEAN)))
                .containsExactly("b");
        assertThat(store.byCommit(BuildFilter.ALL, "0000")).isEmpty();
    }

    private static BuildMetrics atCommit(String id, String start, String hash, String commitTime) {
        BuildMetrics build = SampleBuild.id(id).start(start).build();
        return new BuildMetrics(
                build.identity(),
                build.stats(),
                new Commit(hash.repeat(40), "main", List.of(), false, Instant.parse(commitTime)),
                null,
                build.totals(),
                List.of(),
                List.of(),
                List.of(),
                build.environment());
    }

    @Test
    void questions_needALimitOfAtLeastOne() {
        assertThatThrownBy(() -> store.recent(BuildFilter.ALL, BuildOrder.BY_START, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is 0; at least 1 build can be asked for");
        assertThatThrownBy(() -> store.latest(BuildFilter.ALL, -3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is -3; at least 1 build can be asked for");
    }

    static List<String> ids(Collection<BuildRecord> builds) {
        return builds.stream()
                .map(record -> record.build().identity().id().value())
                .toList();
    }
}
