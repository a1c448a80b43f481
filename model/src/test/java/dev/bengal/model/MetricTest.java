package dev.bengal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.model.sample.SampleBuild;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTest {
    private static final Metric SPEED = new Metric("speed", new Unit("ops/s"), Direction.HIGHER, NoiseClass.NOISY);

    @Test
    void metric_refusesABlankName() {
        assertThatThrownBy(() -> new Metric(" ", Unit.NONE, Direction.NONE, NoiseClass.EXACT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metric name is blank");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void measurement_refusesWhatIsNoFiniteNumber(double value) {
        assertThatThrownBy(() -> new Measurement(SPEED, value, List.of(), null, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("speed is " + value + "; a measurement is a finite number");
        assertThatThrownBy(() -> new Measurement(SPEED, 1, List.of(1.0, value), null, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("speed is " + value + "; a measurement is a finite number");
    }

    @Test
    void measurement_copiesItsSamples() {
        Double[] samples = {1.0, 2.0};
        Measurement measurement = new Measurement(SPEED, 1.5, Arrays.asList(samples), null, true);

        samples[0] = 9.0;

        assertThat(measurement.samples()).containsExactly(1.0, 2.0);
    }

    @ParameterizedTest
    @EnumSource(TotalMetric.class)
    void totalMetric_isEmptyWhereNothingWasMeasured(TotalMetric metric) {
        assertThat(metric.of(SampleBuild.id("bare").build())).isEmpty();
    }

    @Test
    void totalMetric_readsTheValueOfItsName() {
        BuildMetrics build = SampleBuild.complete();

        assertThat(TotalMetric.DURATION.of(build)).hasValue(1930.25);
        assertThat(TotalMetric.CPU.of(build)).hasValue(4100.5);
        assertThat(TotalMetric.RSS_GROWTH.of(build)).hasValue(118.375);
        assertThat(TotalMetric.RSS_PEAK.of(build)).hasValue(301.5);
        assertThat(TotalMetric.LIVE_HEAP.of(build)).hasValue(61.0);
        assertThat(TotalMetric.PEAK_HEAP.of(build)).hasValue(140.625);
        assertThat(TotalMetric.ALLOCATED.of(build)).hasValue(2048.0);
        assertThat(TotalMetric.PAGES.of(build)).hasValue(842.0);
    }

    @Test
    void totalMetric_namesDiffer() {
        assertThat(Arrays.stream(TotalMetric.values())
                        .map(metric -> metric.metric().name()))
                .doesNotHaveDuplicates();
    }
}
