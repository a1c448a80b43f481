package dev.bengal.junit.samples;

import org.junit.jupiter.api.Test;

/** Two tests that pass, without any annotation of ours. */
public class Ordinary {
    @Test
    void one() {}

    @Test
    void two() {}
}
