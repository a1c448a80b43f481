package dev.bengal.analysis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutliersTest {
    /** Median 10, median distance 1: the score of a value is 0.6745 times its distance, and 5.18 makes 3.494, 5.2 makes 3.507. */
    @Test
    void limit_isAtAScoreOfThreeAndAHalf() {
        assertThat(Outliers.of(List.of(9.0, 11.0, 10.0, 9.0, 11.0, 10.0, 15.18)).indices())
                .isEmpty();
        assertThat(Outliers.of(List.of(9.0, 11.0, 10.0, 9.0, 11.0, 10.0, 15.2)))
                .isEqualTo(new Outliers(List.of(6), List.of(6)));
    }

    @Test
    void bothSides_areFoundAndOnlyTheUpperIsTooHigh() {
        assertThat(Outliers.of(List.of(90.0, 9.0, 11.0, 10.0, 0.5, 9.0, 11.0, 10.0, 10.0)))
                .isEqualTo(new Outliers(List.of(0, 4), List.of(0)));
    }

    /** Median distance 0, mean distance 10 / 7, times 1.2533 and 3.5 is 6.27: less than 10. */
    @Test
    void equalValues_leaveTheMeanDistanceToJudge() {
        assertThat(Outliers.of(List.of(5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 15.0)).indices())
                .containsExactly(6);
        assertThat(Outliers.of(List.of(5.0, 5.0, 5.0, 5.0, 5.0)).indices()).isEmpty();
    }

    @Test
    void fewerThanFive_haveNone() {
        assertThat(Outliers.of(List.of(1.0, 1.0, 1.0, 99.0)).indices()).isEmpty();
    }
}
