package dev.bengal.cli.maven;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A build of an empty project with the settings of a real one, to see which jar of Bengal Maven loads. It fetches nothing, and
 * what it records is thrown away.
 *
 * @param maven the command, a name in the path or a whole path
 * @param project whose {@code .mvn} counts
 */
public record ProbeBuild(String maven, MavenFolder project) {
    private static final String MARK = "Bengal probe: ";
    /** Said to Maven too, since the project's settings may name another one. */
    private static final String POM_FILE = "pom.xml";

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>dev.bengal</groupId>
              <artifactId>probe</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
            </project>
            """;
    private static final long PATIENCE_MINUTES = 2;

    public ProbeBuild {
        Objects.requireNonNull(maven, "maven");
        Objects.requireNonNull(project, "project");
    }

    /**
     * Runs it.
     *
     * @param variables of its environment, all of them
     * @throws IOException where Maven cannot be started, or does not end
     */
    public Answer run(Map<String, String> variables) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bengal-probe");
        try {
            Files.writeString(folder.resolve(POM_FILE), POM);
            copy(project.path().resolve(".mvn"), folder.resolve(".mvn"));
            return run(folder, variables);
        } finally {
            delete(folder);
        }
    }

    /** All that lies in it, since its files name each other. Where it is not there, an empty one keeps Maven from looking further up. */
    private static void copy(Path settings, Path target) throws IOException {
        Files.createDirectory(target);
        if (Files.isDirectory(settings)) {
            Files.walkFileTree(
                    settings, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Copy(settings, target));
        }
    }

    private Answer run(Path folder, Map<String, String> variables) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        maven, "-B", "-V", "-o", "-f", POM_FILE, "-Dbengal.probe=true", "validate")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment()
                .put("BENGAL_METRICS_DIR", folder.resolve("metrics").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("it did not end within " + PATIENCE_MINUTES + " minutes");
        }
        return Answer.of(process.exitValue(), new String(Files.readAllBytes(output), NameLetters.CHARSET));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> files = Files.walk(folder)) {
            inside = files.sorted((one, other) -> other.compareTo(one)).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }

    /** Passes over a link to a folder around it. */
    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path settings;
        private final Path target;

        Copy(Path settings, Path target) {
            this.settings = settings;
            this.target = target;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(target.resolve(settings.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()) {
                Files.copy(file, target.resolve(settings.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    /**
     * What came of it.
     *
     * @param maven which Maven that was, such as "Maven 3.9.11 (/opt/maven, Java 17.0.15)"; only "Maven" where it did not say so
     * @param java its version, such as 17, or 1 where that is 1.8; empty where Maven did not say so
     * @param jars each jar of Bengal that was loaded, in the words "active from JAR" or "stands back, JAR"
     * @param output what Maven printed after that
     */
    public record Answer(int exitCode, String maven, OptionalInt java, List<String> jars, String output) {
        private static final Pattern VERSION = Pattern.compile(
                "(?s)Apache (Maven \\S+)[^\n]*\nMaven home: ([^\n]+)\nJava version: (([0-9]{1,4})[^,\n]*).*?\nOS name: [^\n]*\n");

        public Answer {
            jars = List.copyOf(jars);
        }

        static Answer of(int exitCode, String output) {
            Matcher version = VERSION.matcher(output);
            boolean isKnown = version.find();
            String rest = isKnown ? output.substring(version.end()) : output;
            return new Answer(
                    exitCode,
                    isKnown
                            ? version.group(1) + " (" + version.group(2).strip() + ", Java " + version.group(3) + ")"
                            : "Maven",
                    isKnown ? OptionalInt.of(Integer.parseInt(version.group(4))) : OptionalInt.empty(),
                    rest.lines()
                            .filter(line -> line.contains(MARK))
                            .map(line -> line.substring(line.indexOf(MARK) + MARK.length())
                                    .strip())
                            .toList(),
                    rest);
        }
    }
}
