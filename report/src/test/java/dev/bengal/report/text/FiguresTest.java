package dev.bengal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import dev.bengal.model.UsualLevel;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00s",
        "4.9, 0.00s",
        "1930.4, 1.93s",
        "119994, 119.99s",
        "120000, 2m00s",
        "125400, 2m05s",
        "3599400, 59m59s",
        "3599600, 1h00m",
        "90061000, 25h01m"
    })
    void seconds_growIntoMinutesAndHours(double millis, String shown) {
        assertThat(Figures.seconds(millis)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.0ms", "12.34, 12.3ms", "999.9, 999.9ms", "1000, 1.00s"})
    void millis_growIntoSeconds(double millis, String shown) {
        assertThat(Figures.millis(millis)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"118.36, 118.4MB", "0, 0.0MB", "-3.5, −3.5MB", "-0.04, 0.0MB", "0.04, 0.0MB", "-0.06, −0.1MB"})
    void mebibytes_haveOneDecimalAndNoNegativeZero(double mebibytes, String shown) {
        assertThat(Figures.mebibytes(mebibytes)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"3.14, +3.1 %", "-3.16, −3.2 %", "0.049, ±0.0 %", "-0.049, ±0.0 %", "0.051, +0.1 %", "250, +250.0 %"})
    void change_isSigned(double percent, String shown) {
        assertThat(Figures.change(OptionalDouble.of(percent))).isEqualTo(shown);
    }

    @Test
    void figures_ofNothingAreADash() {
        assertThat(Figures.seconds(null)).isEqualTo("–");
        assertThat(Figures.millis(null)).isEqualTo("–");
        assertThat(Figures.mebibytes(null)).isEqualTo("–");
        assertThat(Figures.count(null)).isEqualTo("–");
        assertThat(Figures.change(OptionalDouble.empty())).isEqualTo("–");
    }

    @Test
    void band_isOneFigureWhereItsEndsLookTheSame() {
        Metric memory = metric(Unit.MEBIBYTES);

        assertThat(Figures.band(memory, new UsualLevel(4.4, 4.41, 4.44))).isEqualTo("4.4MB");
        assertThat(Figures.band(memory, new UsualLevel(4.4, 4.5, 4.6))).isEqualTo("4.4MB to 4.6MB");
    }

    @Test
    void value_isWrittenInTheUnitOfItsMetric() {
        assertThat(Figures.value(metric(Unit.MILLISECONDS), 1500)).isEqualTo("1.50s");
        assertThat(Figures.value(metric(Unit.MEBIBYTES), 1500)).isEqualTo("1500.0MB");
        assertThat(Figures.value(metric(Unit.COUNT), 1500)).isEqualTo("1500");
        assertThat(Figures.value(metric(new Unit(" ops/s")), 1500.5)).isEqualTo("1500.5 ops/s");
    }

    @Test
    void figures_doNotDependOnTheLocale() {
        Locale.setDefault(Locale.GERMANY);

        assertThat(Figures.seconds(1930.4)).isEqualTo("1.93s");
        assertThat(Figures.mebibytes(118.36)).isEqualTo("118.4MB");
        assertThat(Figures.change(OptionalDouble.of(3.14))).isEqualTo("+3.1 %");
    }

    private static Metric metric(Unit unit) {
        return new Metric("speed", unit, Direction.NONE, NoiseClass.NOISY);
    }
}
