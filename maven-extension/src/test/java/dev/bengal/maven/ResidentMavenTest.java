package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Several builds in one JVM. Maven 4 has the invoker that its daemon ({@code mvnd} 2) is made of, which keeps one container, and so one
 * spy, for all builds; programs that embed Maven 3 make a container for each.
 */
@Tag("heavy")
class ResidentMavenTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"3.8.8, ResidentMaven3", "3.9.11, ResidentMaven3", "4.0.0-rc-5, ResidentMaven4"})
    void builds_ofOneJvmHaveARecordEachOfTheirOwn(String version, String program) throws Exception {
        Path one = SampleProject.modules(Files.createDirectory(folder.resolve("one")), 2)
                .folder();
        Path other = SampleProject.single(Files.createDirectory(folder.resolve("other")))
                .withTest("assertEquals(1, 2)")
                .folder();

        // By which Maven 4 knows the root, where no script says it.
        Files.createDirectory(one.resolve(".mvn"));
        Files.createDirectory(other.resolve(".mvn"));

        String output = build(
                version,
                program,
                one + " test",
                other + " test",
                one + " -Dbengal.skip validate",
                one + " process-resources");

        assertThat(output.lines().filter(line -> line.startsWith("exit code ")))
                .as(output)
                .containsExactly("exit code 0", "exit code 1", "exit code 0", "exit code 0");
        MavenHistory failed = MavenHistory.in(other.resolve(".bengal-metrics"));
        assertThat(failed.builds()).hasSize(1);
        assertThat(failed.text("outcome")).isEqualTo("failed");
        assertThat(failed.value("tests.run")).isEqualTo(1);
        assertThat(failed.phases()).allMatch(name -> !name.contains(".m1") && !name.contains(".m2"));
        assertThat(failed.measurement("maven.launcher_ms")).isEmpty();

        List<JsonNode> builds = MavenHistory.in(one.resolve(".bengal-metrics")).builds();
        assertThat(builds).hasSize(2);
        MavenHistory first = new MavenHistory(builds.subList(0, 1));
        assertThat(first.text("scenario")).isEqualTo("mvn test");
        assertThat(first.value("tests.run")).isEqualTo(2);
        assertThat(first.value("maven.launcher_ms")).isPositive();
        MavenHistory last = new MavenHistory(builds);
        assertThat(last.text("scenario")).isEqualTo("mvn process-resources");
        assertThat(last.text("outcome")).isEqualTo("success");
        assertThat(last.phases())
                .contains("module.m1.mojo.resources:resources")
                .noneMatch(name -> name.contains("surefire") || name.contains("compiler"));
        assertThat(last.measurement("tests.run")).isEqualTo(Optional.empty());
        assertThat(last.measurement("maven.launcher_ms")).isEqualTo(Optional.empty());
        assertThat(last.last().path("child_cpu_ms").asDouble())
                .as("the JVM of the first build's tests")
                .isLessThan(first.last().path("child_cpu_ms").asDouble());
    }

    /** @param builds each a folder and the words of a command line */
    private String build(String version, String program, String... builds) throws IOException, InterruptedException {
        RealMaven maven = RealMaven.unpacked(version);
        List<String> command = new ArrayList<>(List.of(
                maven.java().resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(maven.home()),
                "-Dmaven.home=" + maven.home(),
                "-Dmaven.ext.class.path=" + RealMaven.property("real-maven.jar"),
                "--source",
                "17",
                Path.of("src/test/resources/dev/bengal/maven", program + ".java.txt")
                        .toString()));
        for (String build : builds) {
            String[] words = build.split(" ", 2);
            command.add(words[0] + " --batch-mode --offline -Dmaven.repo.local="
                    + RealMaven.property("real-maven.repository") + " " + words[1]);
        }
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BENGAL_") || name.startsWith("MAVEN_"));
        Process process = builder.start();
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        assertThat(exitCode).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    private static String classPath(Path home) throws IOException {
        List<String> path = new ArrayList<>();
        for (String part : List.of("boot", "lib")) {
            try (Stream<Path> jars = Files.list(home.resolve(part))) {
                jars.map(Path::toString).filter(name -> name.endsWith(".jar")).forEach(path::add);
            }
        }
        path.add(home.resolve("conf/logging").toString());
        return String.join(":", path);
    }
}
