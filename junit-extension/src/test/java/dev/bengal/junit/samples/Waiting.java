package dev.bengal.junit.samples;

import dev.bengal.junit.TrackPerformance;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A class that waits, once its test has passed, until its process is ended from outside. */
public class Waiting {
    @Test
    @TrackPerformance
    void allocates() {
        Blocks.allocate(4);
    }

    @AfterAll
    static void waits() throws IOException {
        System.out.println("waiting");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }
}
