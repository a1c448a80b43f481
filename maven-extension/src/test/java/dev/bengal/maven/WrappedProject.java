package dev.bengal.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A project with Maven's wrapper in it, as the plugin of Maven's puts it there, and a home of its own for the Maven that the wrapper
 * fetches.
 */
record WrappedProject(Path folder, Path home) {
    /** @param distribution where the wrapper finds its Maven */
    static WrappedProject of(SampleProject project, Path home, String distribution) throws IOException {
        Path script = project.folder().resolve("mvnw");
        Files.copy(
                Path.of(RealMaven.property("real-maven.wrapper"), "mvnw"),
                script,
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING);
        Path settings = Files.createDirectories(project.folder().resolve(".mvn/wrapper"));
        Files.writeString(
                settings.resolve("maven-wrapper.properties"),
                "wrapperVersion=3.3.4\ndistributionType=only-script\ndistributionUrl=" + distribution + "\n");
        return new WrappedProject(project.folder(), home);
    }

    /** What {@code bengal perf install maven --project} writes. */
    WrappedProject installed() throws IOException {
        Files.writeString(
                folder.resolve(".mvn/maven.config"),
                "-Dmaven.ext.class.path=" + RealMaven.property("real-maven.jar") + "\n");
        return this;
    }

    RealMaven.Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "mvnw",
                "--batch-mode",
                "--offline",
                "-Dmaven.repo.local=" + RealMaven.property("real-maven.repository")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("BENGAL_") || name.startsWith("MAVEN_") || name.startsWith("MVNW_"));
        builder.environment().put("MAVEN_SKIP_RC", "true");
        builder.environment().put("MAVEN_USER_HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("no_proxy", "127.0.0.1");
        Process process = builder.start();
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        return new RealMaven.Run(
                exitCode,
                Files.readString(folder.resolve("output")),
                MavenHistory.in(folder.resolve(".bengal-metrics")));
    }
}
