package dev.bengal.model;

/**
 * How long the builds of one project, scenario and environment take at present.
 *
 * @param usualMillis their median
 * @param upperMillis what is longer than that is slower than usual; at least {@code usualMillis}
 * @param builds that it rests on
 */
public record UsualTime(double usualMillis, double upperMillis, int builds) {
    public UsualTime {
        if (!(usualMillis > 0) || !(upperMillis >= usualMillis) || Double.isInfinite(upperMillis) || builds < 1) {
            throw new IllegalArgumentException("a usual time of " + usualMillis + " ms up to " + upperMillis + " ms in "
                    + builds + " builds is none");
        }
    }
}
