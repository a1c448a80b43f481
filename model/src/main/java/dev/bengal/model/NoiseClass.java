package dev.bengal.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a metric varies between builds in which nothing changed. */
public enum NoiseClass {
    /** Not at all: page counts, output bytes. */
    EXACT,
    /** Some tenths of a percent: bytes allocated by a JVM. */
    STEADY,
    /** Percents and outliers: anything timed, resident memory. */
    NOISY;

    /** The word in a record: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class with this word, or empty for an unknown one. */
    public static Optional<NoiseClass> ofWord(String word) {
        return Arrays.stream(values())
                .filter(noise -> noise.word().equals(word))
                .findFirst();
    }
}
