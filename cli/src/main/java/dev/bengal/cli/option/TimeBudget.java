package dev.bengal.cli.option;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long something may take, such as {@code 90s}, {@code 10m} or {@code 1h30m}. */
public final class TimeBudget implements ITypeConverter<Duration> {
    private static final Pattern TEXT = Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,6})s)?");

    @Override
    public Duration convert(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (parts.matches()) {
            Duration budget = Duration.ofHours(number(parts.group(1)))
                    .plusMinutes(number(parts.group(2)))
                    .plusSeconds(number(parts.group(3)));
            if (!budget.isZero()) {
                return budget;
            }
        }
        throw new TypeConversionException("'" + text + "' is no time; write it like 90s, 10m or 1h30m");
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
