package dev.bengal.junit;

import dev.bengal.junit.samples.Waiting;
import java.nio.file.Path;

/** A process that runs tests until it is ended from outside. */
final class WaitingRun {
    private WaitingRun() {}

    /** Records into the folder that is the only argument. */
    public static void main(String[] arguments) {
        new Launch().recordingIn(Path.of(arguments[0])).run(Waiting.class);
    }
}
