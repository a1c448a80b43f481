package dev.bengal.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of commits, at least 1. */
public final class StepCount implements ITypeConverter<Integer> {
    private static final int MOST = 100_000;

    @Override
    public Integer convert(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 1 && count <= MOST) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below, with what would do.
        }
        throw new TypeConversionException(
                "'" + text + "' is no number of commits; give a whole number from 1 to " + MOST);
    }
}
