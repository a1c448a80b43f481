package dev.bengal.cli.gate;

import dev.bengal.analysis.Limit;
import dev.bengal.analysis.ReplayedMetric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Reading;
import dev.bengal.model.Series;
import dev.bengal.site.config.Configuration;
import java.util.List;

/** The limits of {@code bengal.toml} for any series, as the gate applies them. */
public final class ScenarioLimits {
    private static final long SEED = 20_261_125;

    private final Configuration configuration;

    public ScenarioLimits(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The limit of its metric in its scenario. */
    public Limit of(Series series) {
        List<Reading> readings = series.points().stream()
                .limit(1)
                .map(point -> new Reading(series.metric(), point.value()))
                .toList();
        return GateSettings.of(configuration, series.scenario(), readings)
                .thresholds()
                .limit(series.scenario(), series.metric());
    }

    /** The self-test of each series that has noise: how often the gate would have failed a build where nothing changed. */
    public List<ReplayedMetric> replay(List<Series> all) {
        return all.stream()
                .filter(series -> series.metric().noise() != NoiseClass.EXACT)
                .map(series -> ReplayedMetric.of(series, of(series), SEED))
                .toList();
    }
}
