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
    /** Begins the name of the tool that ran tests by themselves; its version follows. */
    public static final String TEST_RUNNER = "junit platform ";

    public Tooling {
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** Whether tests were run, which may have been a part of a build that is recorded as well. */
    public boolean isTestRunner() {
        return tool != null && tool.startsWith(TEST_RUNNER);
    }
}
