package dev.bengal.store.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.model.BuildId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which builds go, worked out by hand with a calendar: 2026-03-02 is a Monday. */
class RetentionTest {
    @Test
    void retention_keepsTheNewestWhateverTheirDay() {
        assertThat(superfluous(2, 0, build("a", "2026-03-02T10:00"), build("b", "2026-03-02T11:00")))
                .isEmpty();
    }

    @Test
    void retention_keepsTheNewestOfEachDayThenOfEachWeek() {
        // The newest is of Sunday the 8th; two days are the 8th and the 7th; the rest is of the weeks 10 and 9.
        assertThat(superfluous(
                        1,
                        2,
                        build("sunday late", "2026-03-08T20:00"),
                        build("sunday noon", "2026-03-08T12:00"),
                        build("sunday early", "2026-03-08T01:00"),
                        build("saturday late", "2026-03-07T23:59"),
                        build("saturday early", "2026-03-07T00:00"),
                        build("friday", "2026-03-06T12:00"),
                        build("monday", "2026-03-02T00:00"),
                        build("week before", "2026-03-01T23:59"),
                        build("week before, monday", "2026-02-23T00:00"),
                        build("two weeks before", "2026-02-22T23:59")))
                .containsExactly("week before, monday", "monday", "saturday early", "sunday early");
    }

    @Test
    void retention_prefersASuccessToANewerFailure() {
        assertThat(superfluous(
                        1,
                        9,
                        build("newest", "2026-03-08T20:00"),
                        failed("failure", "2026-03-07T20:00"),
                        build("success", "2026-03-07T10:00"),
                        build("older success", "2026-03-07T09:00"),
                        failed("only failure", "2026-03-06T10:00")))
                .containsExactly("older success", "failure");
    }

    @Test
    void retention_letsAWeekEndWhereTheYearEndsWithinIt() {
        // Monday 2025-12-29 to Sunday 2026-01-04 is the first week of 2026.
        assertThat(superfluous(
                        1,
                        0,
                        build("newest", "2026-02-01T00:00"),
                        build("sunday", "2026-01-04T00:00"),
                        build("new year", "2026-01-01T00:00"),
                        build("monday", "2025-12-29T00:00"),
                        build("sunday before", "2025-12-28T00:00"),
                        build("a year before", "2025-01-01T00:00")))
                .containsExactly("monday", "new year");
    }

    @Test
    void retention_neverTakesAProtectedBuild() {
        PrunableBuild release = new PrunableBuild(
                new BuildId("release"), Instant.parse("2026-01-06T00:00:00Z"), group("g"), true, true);

        assertThat(superfluous(
                        1,
                        0,
                        build("newest", "2026-03-01T00:00"),
                        build("same week", "2026-01-07T00:00"),
                        build("same week too", "2026-01-05T00:00"),
                        release))
                .containsExactly("same week too");
    }

    @Test
    void retention_thinsEachGroupByItself() {
        PrunableBuild other =
                new PrunableBuild(new BuildId("other"), Instant.parse("2026-01-06T00:00:00Z"), group("h"), true, false);

        assertThat(superfluous(1, 0, build("a", "2026-01-08T00:00"), build("b", "2026-01-07T00:00"), other))
                .isEmpty();
    }

    @Test
    void retention_takesTheSmallerIdOfOneStartForTheOlder() {
        assertThat(superfluous(
                        1,
                        0,
                        build("b", "2026-01-08T00:00"),
                        build("a", "2026-01-08T00:00"),
                        build("c", "2026-01-08T00:00")))
                .containsExactly("a");
    }

    @Test
    void retention_refusesToKeepNothing() {
        assertThatThrownBy(() -> new Retention(0, 5)).hasMessageContaining("keep at least 1");
        assertThatThrownBy(() -> new Retention(1, -1)).hasMessageContaining("0 days are the least");
    }

    private static List<String> superfluous(int newest, int days, PrunableBuild... builds) {
        return new Retention(newest, days)
                .superfluous(List.of(builds)).stream()
                        .map(build -> build.id().value())
                        .toList();
    }

    private static PrunableBuild.Group group(String scenario) {
        return new PrunableBuild.Group("docs", scenario, "main", "desk");
    }

    private static PrunableBuild build(String id, String minute) {
        return new PrunableBuild(new BuildId(id), Instant.parse(minute + ":00Z"), group("g"), true, false);
    }

    private static PrunableBuild failed(String id, String minute) {
        return new PrunableBuild(new BuildId(id), Instant.parse(minute + ":00Z"), group("g"), false, false);
    }
}
