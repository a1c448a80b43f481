package dev.bengal.experiment;

import dev.bengal.journal.MetricsDirectory;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where commands run and are recorded.
 *
 * @param name of the project
 * @param root of the project, where git is asked
 * @param folder in which the commands run
 * @param directory of the history
 * @param passedOn whether commands that record by themselves are to use the same history, wherever they run
 */
public record CommandProject(String name, Path root, Path folder, MetricsDirectory directory, boolean passedOn) {
    public CommandProject {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(directory, "directory");
    }
}
