package dev.bengal.experiment.planted;

import dev.bengal.report.history.PerformanceReport;

/** A violation that the architecture test has to find. */
public final class KnowsTheReport {
    /** Draws, where it should only measure. */
    public int builds(PerformanceReport report) {
        return report.builds().size();
    }
}
