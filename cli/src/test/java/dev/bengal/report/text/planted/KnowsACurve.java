package dev.bengal.report.text.planted;

import dev.bengal.report.chart.Curve;

/** Planted: a room that charts stand on looks at one. */
public final class KnowsACurve {
    private KnowsACurve() {}

    /** Breaks the rule. */
    public static String title(Curve curve) {
        return curve.title();
    }
}
