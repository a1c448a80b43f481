package dev.bengal.collector;

import dev.bengal.model.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a collector is opened for.
 *
 * @param root the project's folder, where git is asked
 * @param generated files and folders that the build itself writes; they never make the work tree dirty
 * @param tool the program that builds, with its version, such as {@code mysite 1.4}
 */
public record TrackedBuild(String project, Scenario scenario, Path root, List<Path> generated, String tool) {
    public TrackedBuild {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(tool, "tool");
        generated = List.copyOf(generated);
    }
}
