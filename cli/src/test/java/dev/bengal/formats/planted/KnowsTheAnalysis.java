package dev.bengal.formats.planted;

import dev.bengal.analysis.Trend;

/** What another tool measured is judged elsewhere: breaks the arrows. */
public final class KnowsTheAnalysis {
    /** Knows it. */
    public String know(Trend trend) {
        return trend.toString();
    }
}
