package dev.bengal.maven;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for by {@code -Dbengal.skip}, {@code -Dbengal.quiet} and {@code -Dbengal.probe}.
 *
 * @param skip record nothing
 * @param quiet say nothing but warnings
 * @param probe say which jar this is
 */
record Switches(boolean skip, boolean quiet, boolean probe) {
    /** @param user the properties of Maven's command line; those of the JVM stand in for them */
    static Switches of(Properties user) {
        return new Switches(isOn(user, "bengal.skip"), isOn(user, "bengal.quiet"), isOn(user, "bengal.probe"));
    }

    private static boolean isOn(Properties user, String name) {
        String value = user.getProperty(name, System.getProperty(name));
        return isOn(value);
    }

    /** {@code -Dname} alone is meant as {@code true}; Maven may make either an empty word or that of it. */
    static boolean isOn(@Nullable String value) {
        return value != null && (value.isBlank() || value.strip().equalsIgnoreCase("true"));
    }
}
