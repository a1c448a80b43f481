package dev.bengal.cli.option;

import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of builds, at least 1; {@code all} is more than any history holds. */
public final class BuildCount implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        return parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no number of builds; give a whole number, at least 1"));
    }

    /** The number, if the text is one. */
    public static Optional<Integer> parse(String text) {
        if (text.equals("all")) {
            return Optional.of(Integer.MAX_VALUE);
        }
        try {
            return Optional.of(Long.parseLong(text)).filter(count -> count >= 1).map(count ->
                    (int) Math.min(count, Integer.MAX_VALUE));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
