package dev.bengal.server.preview;

import java.nio.file.Path;

/** What is at an address. */
sealed interface Found {
    /** A file. */
    record File(Path path) implements Found {}

    /**
     * The same under another address.
     *
     * @param address encoded, from the top of the server
     */
    record Elsewhere(String address) implements Found {}

    /** Nothing. */
    record Missing() implements Found {}
}
