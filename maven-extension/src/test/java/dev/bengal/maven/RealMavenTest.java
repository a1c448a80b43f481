package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** One short build by the Maven that builds this project; {@link MavenVersionsTest} has all the others. */
@EnabledIfSystemProperty(named = "real-maven.home", matches = ".+", disabledReason = "it needs the Maven that builds")
class RealMavenTest {
    @TempDir
    private Path folder;

    @Test
    void build_isRecorded() throws Exception {
        SampleProject.single(folder);

        RealMaven.Run run = RealMaven.ofThisBuild().run(folder, "-Dsecret=swordfish", "process-resources");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("Bengal recorded 'mvn process-resources' (success): ");
        MavenHistory history = run.history();
        assertThat(history.builds()).hasSize(1);
        assertThat(history.text("outcome")).isEqualTo("success");
        assertThat(history.text("scenario")).isEqualTo("mvn process-resources");
        assertThat(history.phases())
                .containsExactly(
                        "project discovery",
                        "module.single",
                        "module.single.phase.process-resources",
                        "module.single.mojo.resources:resources");
        assertThat(history.phase("module.single.mojo.resources:resources")
                        .path("parent")
                        .asText())
                .isEqualTo("module.single.phase.process-resources");
        assertThat(history.value("maven.offline")).isEqualTo(1);
        assertThat(history.last().path("environment").path("tool").asText()).startsWith("maven 3.");
        assertThat(history.last().toString()).doesNotContain("swordfish");
    }

    /** Each is a class that is made while somebody waits for the build. */
    @Test
    void recording_makesNoLambdas() throws Exception {
        SampleProject.single(folder);
        Files.writeString(
                Files.createDirectory(folder.resolve(".mvn")).resolve("jvm.config"),
                "-Xlog:class+load:file=classes.log");

        RealMaven.Run run = RealMaven.ofThisBuild().run(folder, "process-resources");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(Files.readAllLines(folder.resolve("classes.log")))
                .anyMatch(line -> line.contains("dev.bengal.journal.RecordEncoder"))
                .noneMatch(line -> line.contains("dev.bengal.") && line.contains("Lambda"));
    }
}
