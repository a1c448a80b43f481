package dev.bengal.formats.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers that tools write as text. */
final class Numbers {
    private static final int LONGEST = 400;
    private static final Pattern PLAIN = Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");

    private Numbers() {}

    /** A number, with or without commas between its thousands; NaN and infinities as any tool calls them. Empty for anything else. */
    static Optional<Double> parse(String text) {
        String number = text.strip();
        if (number.length() > LONGEST) {
            return Optional.empty();
        }
        if (PLAIN.matcher(number).matches()) {
            return Optional.of(Double.valueOf(number));
        }
        if (GROUPED.matcher(number).matches()) {
            return Optional.of(Double.valueOf(number.replace(",", "")));
        }
        return switch (number.toLowerCase(Locale.ROOT)) {
            case "nan", "-nan" -> Optional.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> Optional.empty();
        };
    }
}
