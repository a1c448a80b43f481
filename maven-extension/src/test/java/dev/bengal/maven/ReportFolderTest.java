package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportFolderTest {
    private static final Path MODULE = Path.of("/shop/core");

    @Test
    void folder_isThatOfThePlugin() {
        assertThat(folder("maven-surefire-plugin", "test", null)).contains(MODULE.resolve("target/surefire-reports"));
        assertThat(folder("maven-failsafe-plugin", "integration-test", null))
                .contains(MODULE.resolve("target/failsafe-reports"));
    }

    @Test
    void folder_isTheOneThatThePomNames() {
        assertThat(folder("maven-failsafe-plugin", "integration-test", "reports/it"))
                .contains(MODULE.resolve("reports/it"));
        assertThat(folder("maven-surefire-plugin", "test", "/elsewhere")).contains(Path.of("/elsewhere"));
        assertThat(folder("maven-surefire-plugin", "test", "${project.build.directory}/surefire-reports"))
                .contains(MODULE.resolve("target/surefire-reports"));
    }

    @Test
    void goal_thatRunsNoTestsHasNone() {
        assertThat(folder("maven-failsafe-plugin", "verify", null)).isEmpty();
        assertThat(folder("maven-compiler-plugin", "test", null)).isEmpty();
    }

    private static Optional<Path> folder(String artifact, String goal, @Nullable String configured) {
        MavenProject module = new MavenProject();
        module.setFile(new File("/shop/core/pom.xml"));
        Build build = new Build();
        build.setDirectory("/shop/core/target");
        module.setBuild(build);
        Plugin plugin = new Plugin();
        plugin.setArtifactId(artifact);
        MojoExecution mojo = new MojoExecution(plugin, goal, "default");
        if (configured != null) {
            Xpp3Dom folder = new Xpp3Dom("reportsDirectory");
            folder.setValue(configured);
            Xpp3Dom configuration = new Xpp3Dom("configuration");
            configuration.addChild(folder);
            mojo.setConfiguration(configuration);
        }
        return ReportFolder.of(module, mojo);
    }
}
