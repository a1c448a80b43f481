package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MachineOffsetsTest {
    /** Machine 1 is 3 higher at four of five turns, and 4 at one. */
    private static final double[] TURNS = {10, 13, 10, 13, 10, 14};

    private static final int[] MACHINE = {0, 1, 0, 1, 0, 1};

    @Test
    void offset_isTheMedianDifferenceOfNeighbours() {
        // 3, 3, 3, 3, 4, seen from machine 0.
        assertThat(MachineOffsets.of(TURNS, MACHINE).adjusted()).containsExactly(10, 10, 10, 10, 10, 11);
    }

    @Test
    void machines_thatTookTurnsFiveTimesAreLinked() {
        MachineOffsets linked = MachineOffsets.of(TURNS, MACHINE);

        assertThat(linked.anyLinked()).isTrue();
        assertThat(linked.breaksAt(1)).isFalse();
    }

    @Test
    void machines_thatTookTurnsFourTimesAreNotAndTheirTurnsAreBreaks() {
        double[] values = {10, 13, 10, 13, 10};
        MachineOffsets apart = MachineOffsets.of(values, new int[] {0, 1, 0, 1, 0});

        assertThat(apart.anyLinked()).isFalse();
        assertThat(apart.adjusted()).containsExactly(values);
        assertThat(apart.breaksAt(0)).isFalse();
        assertThat(apart.breaksAt(1)).isTrue();
    }

    @Test
    void machines_areLinkedThroughAThird() {
        // 1 is 3 above 0, and 2 is 2 above 1; 0 and 2 never met.
        MachineOffsets offsets = MachineOffsets.of(
                new double[] {10, 13, 10, 13, 10, 13, 15, 13, 15, 13, 15}, new int[] {0, 1, 0, 1, 0, 1, 2, 1, 2, 1, 2});

        assertThat(offsets.adjusted()).containsOnly(10);
    }

    @Test
    void refine_addsTheMedianOfWhatIsLeftOnEachMachine() {
        MachineOffsets offsets = MachineOffsets.of(
                new double[] {10, 13, 10, 13, 10, 13, 14, 14, 14}, new int[] {0, 1, 0, 1, 0, 1, 1, 1, 1});

        offsets.refine(new int[0]);

        // Less 3 the level is 10; of machine 1 are left 0, 0, 0, 1, 1, 1, whose median is 0.5.
        assertThat(offsets.adjusted()).containsExactly(10, 9.5, 10, 9.5, 10, 9.5, 10.5, 10.5, 10.5);
    }

    @Test
    void refine_ofBuildsThatSteppedTakesTheirStepForNone() {
        MachineOffsets offsets = MachineOffsets.of(TURNS, MACHINE);

        offsets.refine(new int[] {5});

        assertThat(offsets.adjusted()[5]).isEqualTo(11, within(1e-12));
    }
}
