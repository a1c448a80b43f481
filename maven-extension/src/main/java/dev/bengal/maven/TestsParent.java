package dev.bengal.maven;

import dev.bengal.collector.Surroundings;
import dev.bengal.model.BuildId;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/**
 * Tells runs of tests that record themselves which build they are a part of: by a property of the session, as {@code -D} sets it on the
 * command line, which Surefire and Failsafe hand on to the JVMs that they start. Where no module has the recording of tests among its
 * dependencies, nothing is set: a property is something that others may look at.
 */
final class TestsParent {
    private static final String GROUP = "dev.bengal";
    private static final String ARTIFACT = "bengal-junit";

    private TestsParent() {}

    /**
     * Once the POMs are read, so that none can depend on it.
     *
     * @param user the properties of the command line, as the session has them
     */
    static void handOn(BuildId build, List<MavenProject> modules, Properties user) {
        for (MavenProject module : modules) {
            for (Dependency dependency : module.getDependencies()) {
                if (GROUP.equals(dependency.getGroupId()) && ARTIFACT.equals(dependency.getArtifactId())) {
                    user.setProperty(Surroundings.PARENT_BUILD_PROPERTY, build.value());
                    return;
                }
            }
        }
    }

    /** The build has ended; the JVM, and whoever asked for the build, may go on. Tests without a JVM of their own leave it in this one. */
    static void takeBack(BuildId build, Properties user) {
        user.remove(Surroundings.PARENT_BUILD_PROPERTY, build.value());
        System.getProperties().remove(Surroundings.PARENT_BUILD_PROPERTY, build.value());
    }
}
