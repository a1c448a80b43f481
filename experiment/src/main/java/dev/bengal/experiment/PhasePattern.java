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

    private final Pattern pattern;
    private final boolean hasName;

    private PhasePattern(Pattern pattern) {
        this.pattern = pattern;
        this.hasName = pattern.pattern().contains("(?<" + NAMED + ">");
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

    /** The name of the phase that this line begins; empty where it begins none. */
    Optional<String> name(String line) {
        Matcher matcher = pattern.matcher(COLOURS.matcher(line).replaceAll(""));
        return matcher.find() ? cleaned(found(matcher)) : Optional.empty();
    }

    private String found(Matcher matcher) {
        @Nullable String group = hasName ? matcher.group(NAMED) : matcher.groupCount() > 0 ? matcher.group(1) : null;
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
}
