package dev.bengal.cli.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The folder whose {@code .mvn} Maven reads. It need not be that of the history: a repository may hold several builds. */
public record MavenFolder(Path path) {
    public MavenFolder {
        Objects.requireNonNull(path, "path");
    }

    /** Of a build that starts there: the nearest folder upward that has a {@code .mvn}, else that one itself. */
    public static MavenFolder of(Path start) {
        for (Path around = start; around != null; around = around.getParent()) {
            if (hasSettings(around)) {
                return new MavenFolder(around);
            }
        }
        return new MavenFolder(start);
    }

    /** Whether Maven is at home here: where it is not, a new {@code .mvn} would be read by no build. */
    public boolean isBuilt() {
        return hasSettings(path) || Files.isRegularFile(path.resolve("pom.xml"));
    }

    private static boolean hasSettings(Path folder) {
        return Files.isDirectory(folder.resolve(".mvn"));
    }
}
