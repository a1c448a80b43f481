package dev.bengal.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Finite numbers as decimal texts, digit for digit what {@link BigDecimal#valueOf(double)} makes of them. By whole numbers for all that is usual:
 * before the first {@code BigDecimal} JDK 25 computes large powers, which takes longer than all else that a short command does.
 */
public final class Decimals {
    private static final long[] SCALES = {1, 10, 100, 1000};
    private static final int MOST_DECIMALS = SCALES.length - 1;
    /** Below, a double tells each thousandth from the next, and no other decimal with as few digits is the same double. */
    private static final double USUAL = 1e9;
    /** More than a double is off from what it is written as and its product is rounded by, of its size. */
    private static final double PRECISION = 1e-15;

    private Decimals() {}

    /**
     * With so many decimals, such as {@code 1.50}.
     *
     * @param rounding {@link RoundingMode#HALF_UP}, which is away from zero, or {@link RoundingMode#HALF_EVEN}
     */
    public static String fixed(double value, int decimals, RoundingMode rounding) {
        double size = Math.abs(value);
        if (size < USUAL && decimals <= MOST_DECIMALS) {
            double scaled = size * SCALES[decimals];
            long digits = (long) scaled;
            double aboveHalf = scaled - digits - 0.5;
            if (Math.abs(aboveHalf) > scaled * PRECISION) {
                return written(value, aboveHalf > 0 ? digits + 1 : digits, decimals);
            }
            if (isThousandths(size)) {
                boolean up = rounding == RoundingMode.HALF_UP || digits % 2 != 0;
                return written(value, up ? digits + 1 : digits, decimals);
            }
        }
        return BigDecimal.valueOf(value).setScale(decimals, rounding).toPlainString();
    }

    /** With at most so many decimals, such as {@code 1.5}. */
    public static String rounded(double value, int decimals, RoundingMode rounding) {
        return withoutZeros(fixed(value, decimals, rounding));
    }

    /** With all that there are. */
    public static String exact(double value) {
        double size = Math.abs(value);
        if (size < USUAL && isThousandths(size)) {
            return withoutZeros(written(value, Math.round(size * 1000), MOST_DECIMALS));
        }
        String written = Double.toString(value);
        return written.indexOf('E') < 0
                ? withoutZeros(written)
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static boolean isThousandths(double size) {
        return Math.round(size * 1000) / 1000.0 == size;
    }

    /** Without a sign where nothing is left of the value. */
    private static String written(double value, long digits, int decimals) {
        String sign = value < 0 && digits > 0 ? "-" : "";
        String whole = sign + digits / SCALES[decimals];
        return decimals == 0
                ? whole
                : whole
                        + '.'
                        + Long.toString(SCALES[decimals] + digits % SCALES[decimals])
                                .substring(1);
    }

    private static String withoutZeros(String text) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
