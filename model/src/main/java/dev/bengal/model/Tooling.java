package dev.bengal.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programs that a build ran on.
 *
 * @param javaVersion such as {@code 17.0.15}, or null where the tool is no JVM
 * @param jvmFlags only {@code -X} and {@code -XX}: a system property may hold a secret
 * @param tool what built, with its version, such as {@code bengal 0.1.0}
 */
public record Tooling(
        @Nullable String javaVersion,
        List<String> jvmFlags,
        @Nullable String tool) {
    public Tooling {
        jvmFlags = List.copyOf(jvmFlags);
    }
}
