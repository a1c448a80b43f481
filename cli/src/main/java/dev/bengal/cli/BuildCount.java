package dev.bengal.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of builds, at least 1; {@code all} is more than any history holds. */
final class BuildCount implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        if (text.equals("all")) {
            return Integer.MAX_VALUE;
        }
        try {
            int count = Integer.parseInt(text);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below, with what would do.
        }
        throw new TypeConversionException("'" + text + "' is no number of builds; give a whole number, at least 1");
    }
}
