package dev.bengal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text is held against the one of {@link BigDecimal}. */
class DecimalsTest {
    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1,
                -1,
                0.5,
                1.5,
                2.5,
                -2.5,
                0.05,
                0.15,
                0.25,
                0.0005,
                0.0015,
                0.00050000001,
                0.00049999999,
                -0.0004,
                1e-4,
                1.234e-7,
                4.9e-324,
                9.9995,
                99.9996,
                999.9994999,
                0.001,
                9999999.9995,
                999999.9985,
                123456789.0125,
                999999999.9994,
                999999999.9996,
                12.3455000001,
                12.3454999999,
                1e7,
                1.2345e7,
                1e15,
                1.7e308,
                325.991,
                100,
                1200
            })
    void aNumber_isWrittenAsTheJdkWritesIt(double value) {
        assertSame(value);
    }

    @Test
    void numbersOfAllSizes_areWrittenAsTheJdkWritesThem() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            assertSame(Double.longBitsToDouble(random.nextLong()));
            assertSame(random.nextGaussian() * Math.pow(10, random.nextInt(12) - 4));
            assertSame((random.nextInt(2_000_001) - 1_000_000) / 10_000.0);
            assertSame(Math.nextAfter(
                    random.nextInt(1_000_000_000) + random.nextInt(10_000) / 10_000.0, random.nextInt()));
        }
    }

    private static void assertSame(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        assertThat(Decimals.exact(value))
                .isEqualTo(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
        for (int decimals = 0; decimals < 4; decimals++) {
            for (RoundingMode rounding : new RoundingMode[] {RoundingMode.HALF_UP, RoundingMode.HALF_EVEN}) {
                BigDecimal expected = BigDecimal.valueOf(value).setScale(decimals, rounding);
                assertThat(Decimals.fixed(value, decimals, rounding)).isEqualTo(expected.toPlainString());
                assertThat(Decimals.rounded(value, decimals, rounding))
                        .isEqualTo(expected.stripTrailingZeros().toPlainString());
            }
        }
    }
}
