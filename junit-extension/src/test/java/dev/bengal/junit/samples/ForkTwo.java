package dev.bengal.junit.samples;

import dev.bengal.junit.TrackPerformance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passes while {@link ForkOne} runs in another process. */
public class ForkTwo {
    @BeforeEach
    void meet() throws Exception {
        Rendezvous.meet("ForkTwo", "ForkOne");
    }

    @Test
    @TrackPerformance
    void allocates() {
        Blocks.allocate(9);
    }
}
