package dev.bengal.cli.option;

import dev.bengal.analysis.SequentialTrial;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of pairs that a trial can do something with. */
public final class PairCount implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        try {
            int pairs = Integer.parseInt(text);
            if (pairs >= SequentialTrial.FIRST_LOOK && pairs <= SequentialTrial.MOST_PAIRS) {
                return pairs;
            }
        } catch (NumberFormatException e) {
            // Said below, with what would do.
        }
        throw new TypeConversionException("'" + text + "' is no number of pairs; give a whole number from "
                + SequentialTrial.FIRST_LOOK + ", the fewest that can decide anything, to "
                + SequentialTrial.MOST_PAIRS);
    }
}
