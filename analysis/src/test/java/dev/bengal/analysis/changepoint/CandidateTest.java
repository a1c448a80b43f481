package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.analysis.changepoint.Candidate.Fault;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final Noise QUIET = new Noise(0.01, 0);
    private static final double[] STEP = {0.03, 0, 0.02, 0.01, 0.04, 0.53, 0.5, 0.52, 0.51, 0.54};

    @Test
    void step_isAsSignificantAsWorkedByHand() {
        // U is all 25 pairs: (25 - 12.5) / sqrt(25·11/12) = 2.61116, the most that five a side can show; 0.93 of it is
        // enough.
        Candidate.Judged judged = judge(STEP, 5, QUIET);

        assertThat(judged.fault()).isEqualTo(Fault.NONE);
        assertThat(judged.strength()).isEqualTo(0.07 * 2.6111648, within(1e-6));
    }

    @Test
    void step_amongBuildsThatAreAlikeIsWorthFewer() {
        // A correlation of 0.5 widens the variance threefold: 2.61116/√3 - 0.93·2.61116.
        Candidate.Judged judged = judge(STEP, 5, new Noise(0.051, 0.5));

        assertThat(judged.fault()).isEqualTo(Fault.CHANCE);
        assertThat(judged.strength()).isEqualTo(-0.9208266, within(1e-6));
    }

    @Test
    void step_farAboveTheNoiseIsWorthAllItsBuilds() {
        // 0.5 from median to median is above ten deviations of 0.049, and below ten of 0.051.
        Candidate.Judged judged = judge(STEP, 5, new Noise(0.049, 0.5));

        assertThat(judged.fault()).isEqualTo(Fault.NONE);
        assertThat(judged.strength()).isEqualTo(0.07 * 2.6111648, within(1e-6));
    }

    @Test
    void step_ofManyBuildsHasToReachThreeAndAHalf() {
        // 30 a side: 900 pairs, (900 - 450) / sqrt(900·61/12) = 6.65299, less 3.5.
        double[] many = new double[60];
        for (int i = 0; i < many.length; i++) {
            many[i] = (i < 30 ? 0 : 0.5) + 0.001 * (i * 7 % 30);
        }

        assertThat(judge(many, 30, QUIET).strength()).isEqualTo(6.6529914 - 3.5, within(1e-6));
    }

    @Test
    void step_withFewerThanThreeBuildsOnASideIsNone() {
        Candidate.Judged judged = judge(STEP, 2, QUIET);

        assertThat(judged.fault()).isEqualTo(Fault.TOO_FEW);
        assertThat(judged.strength()).isEqualTo(2);
    }

    @Test
    void step_belowEightInAThousandIsTooSmall() {
        // ln 1.008 = 0.00797
        assertThat(judge(flat(0.0079), 5, QUIET).fault()).isEqualTo(Fault.TOO_SMALL);
        assertThat(judge(flat(0.0080), 5, QUIET).fault()).isEqualTo(Fault.NONE);
    }

    @Test
    void step_thatAStraightLineExplainsIsADrift() {
        double[] slope = new double[20];
        Arrays.setAll(slope, i -> 0.02 * i);

        // The median slope is 0.02 and leaves nothing; two levels leave 25 times 0.02 each.
        assertThat(judge(slope, 10, QUIET).fault()).isEqualTo(Fault.DRIFT);
    }

    @Test
    void weakest_isTheOneOfTheGravestFault() {
        Candidate.Judged few = new Candidate.Judged(Fault.TOO_FEW, 2);
        Candidate.Judged chance = new Candidate.Judged(Fault.CHANCE, -1);

        assertThat(few.isWeakerThan(chance)).isTrue();
        assertThat(chance.isWeakerThan(few)).isFalse();
        assertThat(chance.isWeakerThan(new Candidate.Judged(Fault.CHANCE, -0.5)))
                .isTrue();
        assertThat(chance.isWeakerThan(new Candidate.Judged(Fault.CHANCE, -1))).isFalse();
    }

    private static double[] flat(double step) {
        return new double[] {0, 0, 0, 0, 0, step, step, step, step, step};
    }

    private static Candidate.Judged judge(double[] values, int index, Noise noise) {
        return Candidate.at(values, 0, index, values.length, noise).judge();
    }
}
