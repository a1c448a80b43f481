package dev.bengal.store.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedValuesTest {
    @ParameterizedTest
    @MethodSource("values")
    void values_comeBackToTheBit(double... values) {
        int[] places = new int[values.length];
        Arrays.setAll(places, i -> i);

        double[] back =
                PackedValues.unpack(PackedValues.pack(places, values, values.length, values.length), values.length);

        assertThat(bits(back)).isEqualTo(bits(values));
    }

    static Stream<double[]> values() {
        double[] thousandths = new Random(1)
                .doubles(200, 0, 1e6)
                .map(v -> Math.round(v * 1e3) / 1e3)
                .toArray();
        double[] any = new Random(2).doubles(200, -1, 1e9).toArray();
        return Stream.of(
                thousandths,
                any,
                new double[] {0, 1, -7, 1e15},
                new double[] {-0.0, 3},
                new double[] {Double.MAX_VALUE, Double.MIN_VALUE, -Double.MAX_VALUE},
                new double[] {0.1, 0.12, 0.123456},
                new double[] {0x1p53, 0x1p60},
                new double[] {0.0000001});
    }

    private static long[] bits(double... values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void builds_withoutAValueHaveNone() {
        byte[] packed = PackedValues.pack(new int[] {1, 4}, new double[] {2.5, 7}, 2, 6);

        assertThat(PackedValues.unpack(packed, 6))
                .containsExactly(Double.NaN, 2.5, Double.NaN, Double.NaN, 7, Double.NaN);
    }

    @Test
    void thousandths_takeFewBytes() {
        double[] millis = new Random(3)
                .doubles(1000, 0, 16_000)
                .map(v -> Math.round(v * 1e3) / 1e3)
                .toArray();
        int[] places = new int[1000];
        Arrays.setAll(places, i -> i);

        assertThat(PackedValues.pack(places, millis, 1000, 1000)).hasSizeLessThan(3 * 1000 + 50);
    }

    @Test
    void unpack_refusesDecimalsThatAreNone() {
        byte[] packed = PackedNumbers.pack(new long[] {0, 4}, 2);

        assertThatThrownBy(() -> PackedValues.unpack(packed, 1)).isInstanceOf(DamagedBlockException.class);
    }
}
