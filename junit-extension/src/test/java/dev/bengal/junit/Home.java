package dev.bengal.junit;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Knows where classes come from, for the class path of another process. */
final class Home {
    private Home() {}

    /** The folder or jar. */
    static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
