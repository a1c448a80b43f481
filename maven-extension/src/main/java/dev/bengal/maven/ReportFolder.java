package dev.bengal.maven;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Where the goals that run tests leave their reports. */
final class ReportFolder {
    private static final Set<String> PLUGINS = Set.of("maven-surefire-plugin", "maven-failsafe-plugin");
    private static final Set<String> GOALS = Set.of("test", "integration-test");

    private ReportFolder() {}

    /** Empty for a goal that runs no tests. */
    static Optional<Path> of(MavenProject module, MojoExecution mojo) {
        if (!PLUGINS.contains(mojo.getArtifactId()) || !GOALS.contains(mojo.getGoal())) {
            return Optional.empty();
        }
        Path target = Path.of(module.getBuild().getDirectory());
        String configured = configured(mojo.getConfiguration());
        return Optional.of(
                configured == null
                        ? target.resolve(mojo.getGoal().equals("test") ? "surefire-reports" : "failsafe-reports")
                        : module.getBasedir().toPath().resolve(configured));
    }

    /** What stands in the POM; an expression is the default of the plugin. */
    private static @Nullable String configured(@Nullable Xpp3Dom configuration) {
        Xpp3Dom folder = configuration == null ? null : configuration.getChild("reportsDirectory");
        String value = folder == null ? null : folder.getValue();
        return value == null || value.isBlank() || value.contains("${") ? null : value.strip();
    }
}
