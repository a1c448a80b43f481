package dev.bengal.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of runs, at least 1. */
public final class RunCount implements ITypeConverter<Integer> {
    private static final int MOST = 100_000;

    @Override
    public Integer convert(String text) {
        return read(text, 1);
    }

    private static int read(String text, int least) {
        try {
            int count = Integer.parseInt(text);
            if (count >= least && count <= MOST) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Said below, with what would do.
        }
        throw new TypeConversionException(
                "'" + text + "' is no number of runs; give a whole number from " + least + " to " + MOST);
    }

    /** The same, or 0. */
    public static final class OrNone implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return read(text, 0);
        }
    }
}
