package dev.bengal.server.preview;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A built site and where it stands.
 *
 * @param folder the output of the build; it need not be there yet
 * @param base what every address on the site begins with, such as {@code /docs}; empty for the top
 */
public record Publication(Path folder, String base) {
    public Publication {
        Objects.requireNonNull(folder, "folder");
        if (!base.isEmpty() && (!base.startsWith("/") || base.endsWith("/"))) {
            throw new IllegalArgumentException("a base is empty or begins with / and does not end with it: " + base);
        }
    }
}
