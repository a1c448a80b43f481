package dev.bengal.junit;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Logger;

/** Says what went wrong, through the logger {@code dev.bengal.junit}; JUnit itself logs in the same way. */
final class Warnings {
    private static final Logger LOGGER = Logger.getLogger("dev.bengal.junit");

    private Warnings() {}

    static void warn(String sentence) {
        LOGGER.warning(sentence);
    }

    /** Does {@code work}, which must not break the tests: where it fails, one warning and no answer. */
    static <T> Optional<T> guarded(String what, Callable<T> work) {
        try {
            return Optional.of(work.call());
        } catch (Exception | LinkageError e) {
            warn(what + ": " + e);
            return Optional.empty();
        }
    }
}
