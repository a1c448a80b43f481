package dev.bengal.junit;

import java.util.Optional;
import java.util.function.Function;

/** Knows whether JUnit Jupiter may run several tests of this JVM at once. */
final class Parallelism {
    private static final String KEY = "junit.jupiter.execution.parallel.enabled";

    private Parallelism() {}

    /** @param parameters JUnit's configuration parameters */
    static boolean isOn(Function<String, Optional<String>> parameters) {
        return parameters.apply(KEY).map(Boolean::parseBoolean).orElse(false);
    }
}
