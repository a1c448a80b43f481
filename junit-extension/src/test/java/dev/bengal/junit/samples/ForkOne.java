package dev.bengal.junit.samples;

import dev.bengal.junit.TrackPerformance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passes while {@link ForkTwo} runs in another process. */
public class ForkOne {
    @BeforeEach
    void meet() throws Exception {
        Rendezvous.meet("ForkOne", "ForkTwo");
    }

    @Test
    @TrackPerformance
    void allocates() {
        Blocks.allocate(7);
    }
}
