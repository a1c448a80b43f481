package dev.bengal.junit.samples;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Fails the first time only. */
public class Flaky {
    /** Whether it has failed. */
    public static boolean failed;

    @Test
    void passesInTheEnd() {
        if (!failed) {
            failed = true;
            Assertions.fail("the first time");
        }
    }
}
