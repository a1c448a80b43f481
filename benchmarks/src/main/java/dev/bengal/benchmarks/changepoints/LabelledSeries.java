package dev.bengal.benchmarks.changepoints;

/** A series of which it is known where it stepped. Its arrays are not copied, and nobody changes them. */
final class LabelledSeries {
    private final String id;
    private final String kind;
    private final double[] values;
    private final int[] machines;
    private final int[] changePoints;

    /**
     * @param kind what makes it hard, such as {@code outliers}
     * @param machines for each value the machine that it was measured on
     * @param changePoints the first build of each new level
     */
    LabelledSeries(String id, String kind, double[] values, int[] machines, int[] changePoints) {
        this.id = id;
        this.kind = kind;
        this.values = values;
        this.machines = machines;
        this.changePoints = changePoints;
    }

    String id() {
        return id;
    }

    String kind() {
        return kind;
    }

    double[] values() {
        return values;
    }

    int[] machines() {
        return machines;
    }

    int[] changePoints() {
        return changePoints;
    }
}
