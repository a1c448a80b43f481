package dev.bengal.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Finite numbers as decimal texts, digit for digit what {@link BigDecimal#valueOf(double)} makes of them. By hand for all that is usual: before
 * the first {@code BigDecimal} JDK 25 computes large powers, which takes longer than all else that a short command does.
 */
public final class Decimals {
    private Decimals() {}

    /**
     * With so many decimals, such as {@code 1.50}.
     *
     * @param rounding {@link RoundingMode#HALF_UP}, which is away from zero, or {@link RoundingMode#HALF_EVEN}
     */
    public static String fixed(double value, int decimals, RoundingMode rounding) {
        String plain = plain(Math.abs(value));
        if (plain.isEmpty()) {
            return BigDecimal.valueOf(value).setScale(decimals, rounding).toPlainString();
        }
        int point = plain.indexOf('.');
        int end = point + 1 + decimals;
        if (plain.length() <= end) {
            return (value < 0 ? "-" : "") + plain + "0".repeat(end - plain.length());
        }
        long digits = Long.parseLong(plain.substring(0, point) + plain.substring(point + 1, end));
        if (isRoundedUp(plain, end, digits, rounding)) {
            digits++;
        }
        return (value < 0 && digits > 0 ? "-" : "") + withPoint(digits, decimals);
    }

    /** With at most so many decimals, such as {@code 1.5}. */
    public static String rounded(double value, int decimals, RoundingMode rounding) {
        return withoutZeros(fixed(value, decimals, rounding));
    }

    /** With all that there are. */
    public static String exact(double value) {
        String plain = plain(Math.abs(value));
        return plain.isEmpty()
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : withoutZeros((value < 0 ? "-" : "") + plain);
    }

    /** Without an exponent; empty for ten millions and more. */
    private static String plain(double size) {
        String written = Double.toString(size);
        int exponent = written.indexOf('E');
        if (exponent < 0) {
            return written;
        }
        return size >= 1
                ? ""
                : "0." + "0".repeat(-1 - Integer.parseInt(written.substring(exponent + 1))) + written.charAt(0)
                        + written.substring(2, exponent);
    }

    private static boolean isRoundedUp(String plain, int end, long digits, RoundingMode rounding) {
        char dropped = plain.charAt(end);
        if (dropped != '5') {
            return dropped > '5';
        }
        for (int i = end + 1; i < plain.length(); i++) {
            if (plain.charAt(i) != '0') {
                return true;
            }
        }
        return rounding == RoundingMode.HALF_UP || digits % 2 != 0;
    }

    private static String withPoint(long digits, int decimals) {
        String text = Long.toString(digits);
        if (decimals == 0) {
            return text;
        }
        String padded = "0".repeat(Math.max(0, decimals + 1 - text.length())) + text;
        int point = padded.length() - decimals;
        return padded.substring(0, point) + '.' + padded.substring(point);
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
