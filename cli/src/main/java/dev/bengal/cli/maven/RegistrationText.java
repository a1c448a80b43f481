package dev.bengal.cli.maven;

import java.util.Optional;

/**
 * How a file that is somebody else's looks with a registration in it, and without. What comes out of {@link #without} is what
 * went into {@link #with}, to the byte; texts are ISO 8859-1, which any bytes are, and so are the jars' names in them.
 */
public sealed interface RegistrationText permits Mavenrc, MavenConfig {
    /** The property by which Maven is told of jars to load. */
    String PROPERTY = "-Dmaven.ext.class.path=";

    /**
     * The text with a registration.
     *
     * @param before what is there, without a registration; empty where there is no file
     */
    String with(Optional<String> before, String jar);

    /** Whether a jar whose name is not ASCII would break builds in a locale that does not know its letters. */
    boolean needsAsciiName();

    /** What was there before the registration; empty where there was no file. */
    Optional<String> without(String registered);

    /** The jar that is registered, or empty where none is. */
    Optional<String> jar(String text);
}
