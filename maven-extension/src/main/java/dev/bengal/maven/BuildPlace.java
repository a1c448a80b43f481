package dev.bengal.maven;

import dev.bengal.collector.PerfSection;
import dev.bengal.journal.MetricsDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a build is recorded and as what.
 *
 * @param root the project's folder, where git is asked
 * @param metrics the folder of the history
 */
record BuildPlace(Path root, Path metrics, String project) {
    private static final String METRICS_VARIABLE = "BENGAL_METRICS_DIR";

    BuildPlace {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(metrics, "metrics");
        Objects.requireNonNull(project, "project");
    }

    /**
     * Of a build in this environment.
     *
     * @param top the folder that holds {@code .mvn}, or that of the first POM
     */
    static BuildPlace of(Path top, Consumer<String> warnings) {
        return of(top, System.getenv(), Path.of(System.getProperty("user.home", "/")), warnings);
    }

    static BuildPlace of(Path top, Map<String, String> variables, Path home, Consumer<String> warnings) {
        Path folder = top.toAbsolutePath().normalize();
        Path root = root(folder, home);
        PerfSection perf = PerfSection.in(root.resolve(PerfSection.FILE), warnings);
        String given = variables.getOrDefault(METRICS_VARIABLE, "");
        Path metrics =
                given.isBlank() ? root.resolve(perf.value("dir").orElse(MetricsDirectory.NAME)) : folder.resolve(given);
        return new BuildPlace(root, metrics.normalize(), perf.value("project").orElse(name(root)));
    }

    /** The nearest folder upward that is used, within the repository and below the user's home folder; else the repository's. */
    private static Path root(Path folder, Path home) {
        for (Path around = folder; around != null && !around.equals(home); around = around.getParent()) {
            if (isUsed(around) || isRepository(around)) {
                return around;
            }
        }
        return folder;
    }

    private static boolean isUsed(Path folder) {
        return Files.isDirectory(folder.resolve(MetricsDirectory.NAME))
                || Files.isRegularFile(folder.resolve(PerfSection.FILE));
    }

    private static boolean isRepository(Path folder) {
        return Files.exists(folder.resolve(".git"));
    }

    private static String name(Path root) {
        @Nullable Path name = root.getFileName();
        return name == null ? "root" : name.toString();
    }
}
