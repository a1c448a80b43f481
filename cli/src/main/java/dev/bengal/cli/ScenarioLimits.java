package dev.bengal.cli;

import dev.bengal.analysis.Limit;
import dev.bengal.model.Reading;
import dev.bengal.model.Series;
import dev.bengal.site.config.Configuration;
import java.util.List;

/** The limits of {@code bengal.toml} for any series, as the gate applies them. */
final class ScenarioLimits {
    private final Configuration configuration;

    ScenarioLimits(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The limit of its metric in its scenario. */
    Limit of(Series series) {
        List<Reading> readings = series.points().stream()
                .limit(1)
                .map(point -> new Reading(series.metric(), point.value()))
                .toList();
        return GateSettings.of(configuration, series.scenario(), readings)
                .thresholds()
                .limit(series.scenario(), series.metric());
    }
}
