package dev.bengal.alerts.planted;

import dev.bengal.analysis.Trend;

/** Planted: what tells the world is handed alerts, and judges nothing. */
public final class TellsOfVerdicts {
    /** The forbidden arrow. */
    public String tell(Trend trend) {
        return trend.toString();
    }
}
