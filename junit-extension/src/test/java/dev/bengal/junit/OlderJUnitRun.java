package dev.bengal.junit;

import dev.bengal.junit.samples.Allocating;
import dev.bengal.junit.samples.Budgeted;
import dev.bengal.junit.samples.Repeated;
import java.nio.file.Path;

/** What a JVM with an older JUnit on its class path runs. */
final class OlderJUnitRun {
    private OlderJUnitRun() {}

    /** Records into the folder that is the only argument. */
    public static void main(String[] arguments) {
        new Launch()
                .recordingIn(Path.of(arguments[0]))
                .run(Allocating.class, Repeated.class, Budgeted.class)
                .results
                .forEach((test, result) -> System.out.println(test + " " + result));
    }
}
