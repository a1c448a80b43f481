package dev.bengal.analysis;

import dev.bengal.model.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of a Java decides how much a build allocates, whatever the machine: its feature version, such as 17 of 17.0.15, and whether it had
 * an archive of class data, without which it loads all classes itself. Thousands of builds name a handful of versions, each of which is
 * taken apart once.
 */
final class JavaKinds {
    private static final List<String> ARCHIVES = List.of("-XX:SharedArchiveFile", "-XX:AOTCache");

    private final Map<String, String> features = new HashMap<>();

    /** Whether two builds ran on one kind; those that do not say their version count as one. */
    boolean isSame(Environment one, Environment other) {
        String version = one.tooling().javaVersion();
        String otherVersion = other.tooling().javaVersion();
        return (Objects.equals(version, otherVersion) || Objects.equals(feature(version), feature(otherVersion)))
                && hasArchive(one) == hasArchive(other);
    }

    private static boolean hasArchive(Environment environment) {
        for (String flag : environment.tooling().jvmFlags()) {
            if (ARCHIVES.contains(flag)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String feature(@Nullable String version) {
        return version == null ? null : features.computeIfAbsent(version, JavaKinds::beginning);
    }

    private static String beginning(String version) {
        int end = 0;
        while (end < version.length() && ".+-".indexOf(version.charAt(end)) < 0) {
            end++;
        }
        return version.substring(0, end);
    }
}
