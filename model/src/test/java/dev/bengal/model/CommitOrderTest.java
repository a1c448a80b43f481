package dev.bengal.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.CommitOrder.DatedCommit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitOrderTest {
    @Test
    void byTime_putsABuildThatWasMeasuredLateAtItsCommit() {
        assertThat(sorted(
                        CommitOrder.BY_TIME,
                        point("late", "09", "aaa", "01"),
                        point("first", "02", "bbb", "02"),
                        point("second", "03", "ccc", "03")))
                .containsExactly("late", "first", "second");
    }

    @Test
    void byTime_putsABuildWithoutACommitAtItsStart() {
        assertThat(sorted(
                        CommitOrder.BY_TIME,
                        point("a", "05", "aaa", "01"),
                        point("loose", "02", null, null),
                        point("undated", "03", "bbb", null),
                        point("d", "06", "ddd", "04")))
                .containsExactly("a", "loose", "undated", "d");
    }

    @Test
    void byTime_ordersBuildsOfOneCommitByStartAndThenById() {
        assertThat(sorted(
                        CommitOrder.BY_TIME,
                        point("z", "05", "aaa", "01"),
                        point("y", "07", "aaa", "01"),
                        point("b", "06", "aaa", "01"),
                        point("a", "06", "aaa", "01")))
                .containsExactly("z", "a", "b", "y");
    }

    @Test
    void of_followsTheFirstParentsWhereAClockSteppedBack() {
        CommitOrder order = CommitOrder.of(
                List.of(commit("one", "01"), commit("two", "09"), commit("three", "03"), commit("four", "10")));

        assertThat(sorted(
                        order,
                        point("4", "20", "four", "10"),
                        point("3", "20", "three", "03"),
                        point("2", "20", "two", "09"),
                        point("1", "20", "one", "01")))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void ofAll_keepsTheOrderOfEachRepositoryAndGoesByTimeBetweenThem() {
        CommitOrder order = CommitOrder.ofAll(List.of(
                CommitOrder.of(List.of(commit("one", "05"), commit("two", "03"))),
                CommitOrder.of(List.of(commit("left", "04"), commit("right", "06")))));

        assertThat(sorted(
                        order,
                        point("r", "20", "right", "06"),
                        point("2", "20", "two", "03"),
                        point("l", "20", "left", "04"),
                        point("1", "20", "one", "05")))
                .containsExactly("l", "1", "2", "r");
    }

    @Test
    void of_putsCommitsOfOtherBranchesAmongThemByTheirTime() {
        CommitOrder order = CommitOrder.of(List.of(commit("one", "01"), commit("two", "05")));

        assertThat(sorted(
                        order,
                        point("2", "20", "two", "05"),
                        point("side", "20", "side", "03"),
                        point("later", "20", "later", "05"),
                        point("1", "20", "one", "01")))
                .containsExactly("1", "side", "2", "later");
    }

    private static List<String> sorted(CommitOrder order, Series.Point... points) {
        return Stream.of(points)
                .sorted(order.points())
                .map(point -> point.build().value())
                .toList();
    }

    private static Series.Point point(String id, String startDay, @Nullable String commit, @Nullable String commitDay) {
        return new Series.Point(
                new BuildId(id), day(startDay), 1, commit, commitDay == null ? null : day(commitDay), "desk");
    }

    private static DatedCommit commit(String hash, String day) {
        return new DatedCommit(hash, day(day));
    }

    private static Instant day(String day) {
        return Instant.parse("2026-03-" + day + "T00:00:00Z");
    }
}
