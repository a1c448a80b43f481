package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DownsamplingTest {
    @Test
    void minMax_keepsTheEndsAndEveryExtreme() {
        double[] values = new SplittableRandom(5).doubles(100_000).toArray();
        values[31_337] = 9;
        values[77_777] = -9;
        int[] kept = Downsampling.minMax(values, 2000);
        assertThat(kept).hasSizeLessThanOrEqualTo(2000).hasSizeGreaterThan(1900).isSorted();
        assertThat(kept).doesNotHaveDuplicates().contains(0, 99_999, 31_337, 77_777);
    }

    @Test
    void values_mayComeInPieces() {
        double[] values = new SplittableRandom(6).doubles(1000).toArray();
        for (int piece : new int[] {1, 7, 20, 999}) {
            Downsampling picture = new Downsampling(values.length, 50);
            for (int from = 0; from < values.length; from += piece) {
                int to = Math.min(values.length, from + piece);
                picture.add(Arrays.copyOfRange(values, from, to + 3), to - from);
            }
            assertThat(picture.kept()).containsExactly(Downsampling.minMax(values, 50));
        }
    }

    @Test
    void minMax_leavesAShortSeriesAlone() {
        assertThat(Downsampling.minMax(new double[] {3, 1, 2}, 4)).containsExactly(0, 1, 2);
        assertThat(Downsampling.minMax(new double[0], 4)).isEmpty();
    }

    @Test
    void minMax_keepsEvenlyManyOfAFlatSeries() {
        double[] flat = new double[1000];
        Arrays.fill(flat, 7);
        assertThat(Downsampling.minMax(flat, 12)).containsExactly(0, 200, 400, 600, 800, 999);
    }
}
