package dev.bengal.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way of a metric is the better one. */
public enum Direction {
    /** Less is better: time, memory. */
    LOWER,
    /** More is better: throughput. */
    HIGHER,
    /** Neither: the number of pages. */
    NONE;

    /** The word in a record: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The direction with this word, or empty for an unknown one. */
    public static Optional<Direction> ofWord(String word) {
        return Arrays.stream(values())
                .filter(direction -> direction.word().equals(word))
                .findFirst();
    }
}
