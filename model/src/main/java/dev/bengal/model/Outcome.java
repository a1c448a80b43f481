package dev.bengal.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a build or a phase ended. */
public enum Outcome {
    /** It did what was asked. The only outcome that a baseline accepts. */
    SUCCESS,
    /** It ended by itself without doing all that was asked: a page, a test or a command failed. */
    FAILED,
    /** It was stopped from outside, or never closed. */
    INTERRUPTED,
    /** Nothing had to be done. */
    SKIPPED;

    /** The word in a record: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome with this word, or empty for a word that no version has written. */
    public static Optional<Outcome> ofWord(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }
}
