package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildId;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class TestsParentTest {
    private static final BuildId BUILD = new BuildId("01build");
    private static final String PROPERTY = "bengal.parent-build";

    private final Properties user = new Properties();

    @Test
    void build_isHandedOnWhereAModuleRecordsItsTests() {
        TestsParent.handOn(
                BUILD, List.of(module("org.junit.jupiter", "bengal-junit"), module("dev.bengal", "other")), user);
        assertThat(user).isEmpty();

        TestsParent.handOn(BUILD, List.of(module("dev.bengal", "other"), module("dev.bengal", "bengal-junit")), user);
        assertThat(user).hasSize(1).containsEntry(PROPERTY, "01build");
    }

    @Test
    void build_isTakenBackAndNoOtherOne() {
        user.setProperty(PROPERTY, "01build");
        user.setProperty("skipTests", "true");
        TestsParent.takeBack(BUILD, user);
        assertThat(user).hasSize(1).containsEntry("skipTests", "true");

        user.setProperty(PROPERTY, "01another");
        TestsParent.takeBack(BUILD, user);
        assertThat(user).containsEntry(PROPERTY, "01another");
    }

    private static MavenProject module(String group, String artifact) {
        Dependency dependency = new Dependency();
        dependency.setGroupId(group);
        dependency.setArtifactId(artifact);
        MavenProject module = new MavenProject();
        module.getDependencies().add(dependency);
        return module;
    }
}
