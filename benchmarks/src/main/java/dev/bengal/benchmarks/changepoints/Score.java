package dev.bengal.benchmarks.changepoints;

import java.util.Locale;

/**
 * How well predictions agree with the labels, over many series: each change is found by the nearest prediction within five builds, and by
 * one alone.
 *
 * @param builds of all series
 */
record Score(int found, int falseAlarms, int missed, long builds) {
    static final Score NONE = new Score(0, 0, 0, 0);
    private static final int NEAR = 5;

    /** With one more series. */
    Score plus(int[] labels, int[] predictions, int length) {
        boolean[] used = new boolean[labels.length];
        int hits = 0;
        for (int prediction : predictions) {
            int nearest = nearest(labels, used, prediction);
            if (nearest >= 0) {
                used[nearest] = true;
                hits++;
            }
        }
        return new Score(
                found + hits, falseAlarms + predictions.length - hits, missed + labels.length - hits, builds + length);
    }

    private static int nearest(int[] labels, boolean[] used, int prediction) {
        int nearest = -1;
        for (int i = 0; i < labels.length; i++) {
            int distance = Math.abs(labels[i] - prediction);
            if (!used[i] && distance <= NEAR && (nearest < 0 || distance < Math.abs(labels[nearest] - prediction))) {
                nearest = i;
            }
        }
        return nearest;
    }

    double precision() {
        return found == 0 ? 0 : found / (double) (found + falseAlarms);
    }

    double recall() {
        return found == 0 ? 0 : found / (double) (found + missed);
    }

    double f1() {
        return found == 0 ? 0 : 2.0 * found / (2.0 * found + falseAlarms + missed);
    }

    double falseAlarmsPerThousand() {
        return builds == 0 ? 0 : 1000.0 * falseAlarms / builds;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "precision %.3f  recall %.3f  F1 %.3f  false alarms %.2f per thousand builds",
                precision(),
                recall(),
                f1(),
                falseAlarmsPerThousand());
    }
}
