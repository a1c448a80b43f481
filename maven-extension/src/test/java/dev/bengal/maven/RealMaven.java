package dev.bengal.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A Maven that runs with the extension's jar, and works on what the local repository holds. */
record RealMaven(Path home, List<String> jars, Path java) {
    /** The Maven that builds this project. */
    static RealMaven ofThisBuild() {
        return new RealMaven(Path.of(property("real-maven.home")), List.of(property("real-maven.jar")), ownJava());
    }

    /** One that the build unpacked. */
    static RealMaven unpacked(String version) {
        Path home = Path.of(property("real-maven.unpacked"), "apache-maven-" + version);
        return new RealMaven(home, List.of(property("real-maven.jar")), ownJava());
    }

    RealMaven withJars(String... names) {
        return new RealMaven(home, List.of(names), java);
    }

    RealMaven onJava(Path home) {
        return new RealMaven(this.home, jars, home);
    }

    private static Path ownJava() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Starts a build; its output goes to {@code output} in the folder. */
    Process start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/mvn").toString(),
                "--batch-mode",
                "--offline",
                "-Dmaven.repo.local=" + property("real-maven.repository")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BENGAL_") || name.startsWith("MAVEN_"));
        builder.environment().put("MAVEN_SKIP_RC", "true");
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment()
                .put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -Dmaven.ext.class.path=" + String.join(":", jars));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    Run run(Path folder, String... arguments) throws IOException, InterruptedException {
        int exitCode = start(folder, arguments).waitFor();
        return new Run(
                exitCode,
                Files.readString(folder.resolve("output"), StandardCharsets.UTF_8),
                MavenHistory.in(folder.resolve(".bengal-metrics")));
    }

    static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }

    /** What a build left behind. */
    record Run(int exitCode, String output, MavenHistory history) {}
}
