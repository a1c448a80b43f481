package dev.bengal.junit.samples;

import dev.bengal.junit.TrackPerformance;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One of each kind. */
@TrackPerformance
public class Mixed {
    @Test
    void passes() {}

    @Test
    void fails() {
        Assertions.fail("on purpose");
    }

    @Test
    void aborts() {
        Assumptions.abort("on purpose");
    }

    @Test
    @Disabled("on purpose")
    void disabled() {}

    /** Two tests that nobody runs. */
    @Nested
    @Disabled("on purpose")
    class Off {
        @Test
        void first() {}

        @Test
        void second() {}
    }

    /** Its class' annotation holds here too. */
    @Nested
    class Inner {
        @Test
        void passes() {}
    }
}
