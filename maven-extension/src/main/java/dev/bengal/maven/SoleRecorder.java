package dev.bengal.maven;

import org.apache.maven.execution.MavenExecutionRequest;

/**
 * Sees to it that a build is recorded once, although the jar may be registered twice: then its classes are loaded twice and
 * share nothing but the properties of the JVM. A Maven daemon runs many builds in one JVM, so the mark is that of the build.
 */
final class SoleRecorder {
    private static final String MARK = "bengal.maven.recording.";

    private SoleRecorder() {}

    /** Whether nobody else records this build. */
    static boolean claims(MavenExecutionRequest request) {
        return System.getProperties().putIfAbsent(mark(request), "true") == null;
    }

    /** The build has ended. */
    static void release(MavenExecutionRequest request) {
        System.getProperties().remove(mark(request));
    }

    private static String mark(MavenExecutionRequest request) {
        return MARK + Integer.toHexString(System.identityHashCode(request));
    }
}
