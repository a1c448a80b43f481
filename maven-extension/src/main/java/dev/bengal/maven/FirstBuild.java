package dev.bengal.maven;

/**
 * Whether the JVM was started for a build. Not in a Maven daemon, which may have started days ago, nor in Maven's shell, where somebody typed
 * in the meantime, and in a JVM that builds more than once only for the first of them.
 */
final class FirstBuild {
    /** For other loads of this class in the same JVM; a Maven that keeps its container takes it away after the build. */
    private static final String MARK = "bengal.maven.launched";

    private boolean taken;

    /** Whether it is this one; the next one is not. */
    boolean take() {
        boolean first = !taken && System.getProperties().putIfAbsent(MARK, "true") == null;
        taken = true;
        return first
                && System.getProperty("mvnd.home") == null
                && !System.getProperty("maven.mainClass", "").contains("Shell");
    }
}
