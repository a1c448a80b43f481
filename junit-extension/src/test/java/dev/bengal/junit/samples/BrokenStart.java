package dev.bengal.junit.samples;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A class whose tests are never reached. */
public class BrokenStart {
    @BeforeAll
    static void prepare() {
        Assertions.fail("on purpose");
    }

    @Test
    void never() {}
}
