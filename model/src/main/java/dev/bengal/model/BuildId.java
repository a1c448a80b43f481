package dev.bengal.model;

import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The name of one recorded build: opaque and unique, so that histories of several machines merge by union. Ids that
 * {@link #create} makes sort by their time.
 */
public record BuildId(String value) implements Comparable<BuildId> {
    /** Crockford's base 32: no I, L, O, U, and in the order of ASCII. */
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 12;

    public BuildId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("build id is blank");
        }
    }

    /** A new id: 50 bits of milliseconds since 1970 and 60 random bits, as 22 lower-case letters and digits. */
    public static BuildId create(Instant time, RandomGenerator random) {
        return new BuildId(digits(time.toEpochMilli(), TIME_DIGITS) + digits(random.nextLong(), RANDOM_DIGITS));
    }

    private static String digits(long bits, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int shift = 5 * (count - 1); shift >= 0; shift -= 5) {
            text.append(DIGITS.charAt((int) (bits >>> shift) & 31));
        }
        return text.toString();
    }

    // Written out, since what a record has of its own is put together at run time: the first id in a set would cost a
    // short
    // command some milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BuildId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(BuildId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
