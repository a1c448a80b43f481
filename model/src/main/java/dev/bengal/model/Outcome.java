package dev.bengal.model;

import java.util.List;
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

    private static final List<Outcome> ALL = List.of(values());

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in a record: the name in lower case. */
    public String word() {
        return word;
    }

    /** The outcome with this word, or empty for a word that no version has written. */
    public static Optional<Outcome> ofWord(String word) {
        for (Outcome outcome : ALL) {
            if (outcome.word.equals(word)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
