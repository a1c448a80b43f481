package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The Maven that builds this project, used by somebody with a home folder of their own. It works on what the local repository holds.
 *
 * @param folder of the project
 */
record RealMaven(Path home, Path folder) {
    /** The program. */
    static String program() {
        return Path.of(property("real-maven.home"), "bin", "mvn").toString();
    }

    static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }

    /** The environment of that user. */
    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>(System.getenv());
        variables.keySet().removeIf(name -> name.startsWith("BENGAL_") || name.startsWith("MAVEN_"));
        variables.put("HOME", home.toString());
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -Dmaven.repo.local=" + property("real-maven.repository"));
        return variables;
    }

    /** Builds, and gives the lines in which Bengal says something. */
    List<String> build(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program(), "--batch-mode", "--offline"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().filter(line -> line.contains("Bengal")).toList();
    }
}
