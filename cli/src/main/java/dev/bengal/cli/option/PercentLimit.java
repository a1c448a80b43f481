package dev.bengal.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a percentage above 0 as a share, such as {@code 5} or {@code 2.5%}. */
public final class PercentLimit implements ITypeConverter<Double> {
    private static final double MOST = 1000;

    @Override
    public Double convert(String text) {
        try {
            double percent = Double.parseDouble(text.strip().replaceFirst("\\s*%$", ""));
            if (percent > 0 && percent <= MOST) {
                return percent / 100;
            }
        } catch (NumberFormatException e) {
            // Said below, with what would do.
        }
        throw new TypeConversionException("'" + text + "' is no limit; give a percentage above 0, such as 5");
    }
}
