package dev.bengal.collector;

import dev.bengal.model.HookVariables;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets git find the repository of the folder that it is started in. */
public final class RepositoryOfFolder {
    private RepositoryOfFolder() {}

    /**
     * Takes away what a hook says of its own repository. The variables stay where {@code GIT_WORK_TREE} is the path of the folder, or of one
     * above it: then somebody chose a repository for these very files, such as a bare one for a home. A relative path is no choice, since git
     * gives its hooks one that means any folder.
     *
     * @param git which is about to be started, in a folder that exists
     */
    public static void choose(ProcessBuilder git) {
        Map<String, String> environment = git.environment();
        Path folder = Objects.requireNonNull(git.directory(), "directory").toPath();
        if (!isChosenFor(folder, environment.get("GIT_WORK_TREE"))) {
            environment.keySet().removeAll(HookVariables.NAMES);
        }
    }

    private static boolean isChosenFor(Path folder, @Nullable String workTree) {
        try {
            return workTree != null
                    && Path.of(workTree).isAbsolute()
                    && folder.toRealPath().startsWith(Path.of(workTree).toRealPath());
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
