package dev.bengal.analysis.changepoint;

import dev.bengal.analysis.statistics.OrderStatistics;

/**
 * How a series varies where its level stays.
 *
 * @param scale the standard deviation of the bulk of the values, never 0
 * @param correlation between neighbours, from 0 to 0.85
 */
record Noise(double scale, double correlation) {
    /** Of a series that never varies, so that its first change is seen: a hundredth of a percent of a logarithm. */
    static final double LEAST = 1e-4;

    private static final double MOST_CORRELATION = 0.85;
    private static final double MOST_INFLATION = 9;
    private static final double WILD = 3;

    /**
     * Estimates both. The scale is the larger of two estimates: from the differences of neighbours, and from the distance
     * to the running median of 15, which also sees noise that neighbours share.
     *
     * @param values at least two
     */
    static Noise of(double[] values) {
        double scale = Math.max(LEAST, Math.max(ofDifferences(values), ofResiduals(values)));
        return new Noise(scale, correlation(residuals(values, 31), scale, 0));
    }

    /**
     * The same noise with the correlation of what is left beside these stretches, where that is less: a step that the running
     * median did not follow looks like correlation. Each stretch fits its own level and so takes some correlation away.
     */
    Noise beside(Stretches stretches) {
        double allowance = stretches.count() / (double) stretches.values().length;
        return new Noise(scale, Math.min(correlation, correlation(stretches.residuals(), scale, allowance)));
    }

    /**
     * From the differences of neighbours, whose variance is twice that of a value, whatever the level does between them: von Neumann,
     * Kent, Bellinson and Hart, The mean square successive difference, Annals of Mathematical Statistics 12 (1941), with the
     * median in the place of the mean.
     */
    private static double ofDifferences(double[] values) {
        double[] differences = new double[values.length - 1];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i + 1] - values[i];
        }
        return OrderStatistics.MAD_TO_SIGMA * OrderStatistics.medianAbsoluteDeviation(differences) / Math.sqrt(2);
    }

    private static double ofResiduals(double[] values) {
        double[] residuals = residuals(values, 15);
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = Math.abs(residuals[i]);
        }
        return 1.05 * OrderStatistics.MAD_TO_SIGMA * OrderStatistics.medianInPlace(residuals);
    }

    /**
     * Between neighbours, less twice the standard error that independent values have.
     *
     * @see <a href="https://doi.org/10.2307/2983611">Bartlett, 1946: that error is 1/√n</a>
     */
    private static double correlation(double[] residuals, double scale, double allowance) {
        double products = 0;
        double squares = 0;
        double before = 0;
        for (double residual : residuals) {
            double winsorised = Math.max(-WILD * scale, Math.min(WILD * scale, residual));
            products += before * winsorised;
            squares += winsorised * winsorised;
            before = winsorised;
        }
        double correlation = squares == 0 ? 0 : products / squares - 2 / Math.sqrt(residuals.length) + allowance;
        return Math.max(0, Math.min(MOST_CORRELATION, correlation));
    }

    private static double[] residuals(double[] values, int width) {
        double[] residuals = RunningMedian.of(values, width);
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = values[i] - residuals[i];
        }
        return residuals;
    }

    /**
     * By how much correlation widens the variance of a mean, from 1 to 9.
     *
     * @see <a href="https://doi.org/10.1175/1520-0442(1995)008%3C0336:TSCIAI%3E2.0.CO;2">Zwiers and von Storch, 1995, the
     *     equivalent sample size</a>
     */
    double inflation() {
        return Math.min((1 + correlation) / (1 - correlation), MOST_INFLATION);
    }
}
