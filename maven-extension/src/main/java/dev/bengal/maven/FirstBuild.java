package dev.bengal.maven;

import java.security.Security;

/**
 * Whether the JVM was started for a build. Not in a Maven daemon, which may have started days ago, nor in Maven's shell, where somebody typed
 * in the meantime, and in a JVM that builds more than once only for the first of them.
 */
final class FirstBuild {
    /** A property of the JDK's security, since whoever builds several times puts those of the system back after each. */
    private static final String MARK = "bengal.maven.launched";

    private FirstBuild() {}

    /** To set one for the first time takes some milliseconds, since that is an event which might be logged. */
    static void rehearse() {
        Security.setProperty(MARK + ".rehearsed", "true");
    }

    /** Whether it is this one; the next one is not. */
    static synchronized boolean take() {
        boolean first = Security.getProperty(MARK) == null;
        Security.setProperty(MARK, "true");
        return first
                && System.getProperty("mvnd.home") == null
                && !System.getProperty("maven.mainClass", "").contains("Shell");
    }
}
