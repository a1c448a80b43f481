package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HiddenMachinesTest {
    private static final double[] QUIET = {0, 0.1, -0.1, 0.05};

    @Test
    void machines_areFoundWhereTheyAreCheaperThanSteps() {
        // By hand, in variances of the noise: of 32 values a step costs 4 ln 32 = 13.9, seven of them 97. Another
        // machine costs three steps and six for each of the seven turns, which is 84.
        assertThat(HiddenMachines.of(blocks(8)))
                .hasValueSatisfying(machines -> assertThat(machines)
                        .containsExactly(
                                IntStream.range(0, 32).map(i -> i / 4 % 2).toArray()));
    }

    @Test
    void machines_areNotSupposedWhereStepsAreCheaper() {
        // Of 24 values a step costs 12.7, five of them 64; another machine 38 and five turns 30.
        assertThat(HiddenMachines.of(blocks(6))).isEmpty();
    }

    @Test
    void machines_areNotSupposedOfAQuietSeries() {
        double[] values = IntStream.range(0, 40).mapToDouble(i -> QUIET[i % 4]).toArray();

        assertThat(HiddenMachines.of(values)).isEmpty();
    }

    /** Four builds here, four builds there, ten apart. */
    private static double[] blocks(int count) {
        return IntStream.range(0, 4 * count)
                .mapToDouble(i -> QUIET[i % 4] + 10 * (i / 4 % 2))
                .toArray();
    }
}
