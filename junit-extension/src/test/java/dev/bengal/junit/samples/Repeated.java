package dev.bengal.junit.samples;

import dev.bengal.junit.TrackPerformance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Allocates more in each run: 10 MiB the first time, then 1, 2, 3 MiB. */
public class Repeated {
    /** How often something happened, over all instances. */
    public static int prepared;

    /** How often something happened, over all instances. */
    public static int ended;

    private int runs;

    @BeforeEach
    void prepare() {
        prepared++;
    }

    @AfterEach
    void end() {
        ended++;
    }

    @Test
    @TrackPerformance(runs = 3, warmup = 1)
    void grows() {
        Blocks.allocate(runs == 0 ? 10 : runs);
        runs++;
    }

    @ParameterizedTest
    @ValueSource(ints = {5})
    @TrackPerformance(runs = 2)
    void given(int mebibytes) {
        Blocks.allocate(mebibytes);
    }

    @Test
    @TrackPerformance(runs = 2)
    void failsInTheSecondRun() {
        runs++;
        if (runs == 2) {
            throw new IllegalStateException("in the second run");
        }
    }
}
