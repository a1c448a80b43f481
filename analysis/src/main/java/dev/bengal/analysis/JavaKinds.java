package dev.bengal.analysis;

import dev.bengal.model.Environment;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The feature versions of Java, such as 17 of 17.0.15. Thousands of builds name a handful of versions, each of which is taken apart once. */
final class JavaFeatures {
    private final Map<String, String> features = new HashMap<>();

    /** Whether two builds ran on one feature version; those that do not say theirs count as one. */
    boolean isSame(Environment one, Environment other) {
        String version = one.tooling().javaVersion();
        String otherVersion = other.tooling().javaVersion();
        return Objects.equals(version, otherVersion) || Objects.equals(feature(version), feature(otherVersion));
    }

    private @Nullable String feature(@Nullable String version) {
        return version == null ? null : features.computeIfAbsent(version, JavaFeatures::beginning);
    }

    private static String beginning(String version) {
        int end = 0;
        while (end < version.length() && ".+-".indexOf(version.charAt(end)) < 0) {
            end++;
        }
        return version.substring(0, end);
    }
}
