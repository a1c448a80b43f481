package dev.bengal.experiment;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name of a phase in a line of output: the group {@code name} of the pattern, else its first group, else all that
 * matches. The pattern may match anywhere in the line, which is looked at without colours.
 */
public final class PhasePattern {
    private static final String NAMED = "name";
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]");
    private static final int LONGEST_NAME = 80;

    /** So many letters are looked at for one line, which is thousands of times what a pattern needs that goes through it. */
    private static final int MOST_LOOKS = 5_000_000;

    private final Pattern pattern;

    private PhasePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a regular expression.
     *
     * @throws ExperimentException where it is none
     */
    public static PhasePattern of(String regex) {
        try {
            return new PhasePattern(Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            throw new ExperimentException("'" + regex + "' is no regular expression: " + e.getDescription()
                    + (e.getIndex() < 0 ? "" : " near character " + (e.getIndex() + 1)) + ".");
        }
    }

    /**
     * The name of the phase that this line begins; empty where it begins none.
     *
     * @throws ExperimentException where that cannot be found out in time
     */
    Optional<String> name(String line) {
        try {
            Matcher matcher = pattern.matcher(new Looked(COLOURS.matcher(line).replaceAll("")));
            return matcher.find() ? cleaned(found(matcher)) : Optional.empty();
        } catch (StackOverflowError e) {
            throw new ExperimentException(tooMuch("goes too deep"));
        }
    }

    private String tooMuch(String what) {
        return "The pattern '" + pattern + "' " + what + " on one of the lines, as nested repetitions do.";
    }

    private static String found(Matcher matcher) {
        @Nullable String group;
        try {
            group = matcher.group(NAMED);
        } catch (IllegalArgumentException withoutSuchAGroup) {
            group = matcher.groupCount() > 0 ? matcher.group(1) : null;
        }
        return Objects.requireNonNullElseGet(group, matcher::group);
    }

    private static Optional<String> cleaned(String name) {
        String plain = name.replaceAll("\\p{C}", " ").strip();
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(plain.substring(
                        0,
                        plain.offsetByCodePoints(0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length())))));
    }

    /** A line of which the letters that were looked at are counted: some patterns would go on for years. */
    private final class Looked implements CharSequence {
        private final String line;
        private int looks;

        Looked(String line) {
            this.line = line;
        }

        @Override
        public char charAt(int index) {
            looks++;
            if (looks > MOST_LOOKS) {
                throw new ExperimentException(tooMuch("takes too long"));
            }
            return line.charAt(index);
        }

        @Override
        public int length() {
            return line.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return line.substring(start, end);
        }

        @Override
        public String toString() {
            return line;
        }
    }
}
