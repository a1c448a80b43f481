package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.model.BuildId;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.UsualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UsualTimesTest {
    private static Series series(double... values) {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Series.Point(new BuildId("b" + i), Instant.ofEpochSecond(i), values[i], null, null, "f"));
        }
        return new Series(TotalMetric.DURATION.metric(), "shop", new Scenario("mvn verify"), points);
    }

    private static UsualTime only(Series series) {
        return Objects.requireNonNull(UsualTimes.of(series, List.of()).get("f"));
    }

    /** Median 100; deviations 40 30 20 10 0 10 20 30 40, their median 20; 100 + 3.5 * 1.4826 * 20 = 203.782. */
    @Test
    void band_isTheMedianAndSoManySpreads() {
        UsualTime usual = only(series(100, 60, 140, 80, 120, 70, 130, 90, 110));

        assertThat(usual.usualMillis()).isEqualTo(100);
        assertThat(usual.upperMillis()).isCloseTo(203.782, within(1e-9));
        assertThat(usual.builds()).isEqualTo(9);
    }

    @Test
    void band_ofSteadyBuildsIsATenth() {
        double[] steady = new double[30];
        Arrays.fill(steady, 50);

        assertThat(UsualTimes.of(series(steady), List.of())).containsEntry("f", new UsualTime(50, 55, 20));
    }

    @Test
    void band_needsEightBuilds() {
        assertThat(UsualTimes.of(series(1, 1, 1, 1, 1, 1, 1), List.of())).isEmpty();
        assertThat(UsualTimes.of(series(0, 0, 0, 0, 0, 0, 0, 0), List.of())).isEmpty();
        assertThat(UsualTimes.of(series(1, 1, 1, 1, 1, 1, 1, 1), List.of())).hasSize(1);
    }

    @Test
    void band_isThatOfTheLevelAfterAStep() {
        Random random = new Random(7);
        double[] stepped = new double[40];
        for (int i = 0; i < stepped.length; i++) {
            stepped[i] = (i < 25 ? 100 : 160) + random.nextGaussian();
        }

        UsualTime usual = only(series(stepped));

        assertThat(usual.usualMillis()).isCloseTo(160, within(2.0));
        assertThat(usual.builds()).isEqualTo(15);
    }

    /** Of a further build of normal noise (σ of 8 %), fewer than 1 in 50 is called slower than usual. */
    @Test
    void band_isSeldomLeftByNoise() {
        Random random = new Random(11);
        int alarms = 0;
        int histories = 2000;
        for (int i = 0; i < histories; i++) {
            double[] values = new double[12];
            Arrays.setAll(values, at -> 100 + 8 * random.nextGaussian());
            UsualTime usual = UsualTimes.of(series(values), List.of()).get("f");
            if (usual != null && 100 + 8 * random.nextGaussian() > usual.upperMillis()) {
                alarms++;
            }
        }
        assertThat(alarms).isBetween(1, histories / 50);
    }
}
