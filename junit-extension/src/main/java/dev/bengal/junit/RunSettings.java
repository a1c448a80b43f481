package dev.bengal.junit;

import dev.bengal.collector.PerfSection;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run of the tests is recorded, where, and as what.
 *
 * @param metrics the folder of the history
 * @param root the project's folder
 */
record RunSettings(Path metrics, Path root, String project, Scenario scenario) {
    private static final String ENABLED = "bengal.junit.enabled";
    private static final String METRICS = "bengal.junit.metrics-dir";
    private static final String PROJECT = "bengal.junit.project";
    private static final String SCENARIO = "bengal.junit.scenario";
    private static final String METRICS_VARIABLE = "BENGAL_METRICS_DIR";

    /** What Maven's command line says where only some of the tests were asked for; Surefire and Failsafe hand it on alike. */
    private static final List<String> SELECTIONS = List.of("test", "it.test", "groups", "excludedGroups");

    RunSettings {
        Objects.requireNonNull(metrics, "metrics");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(scenario, "scenario");
    }

    /**
     * The settings of this process; empty where the run is not to be recorded.
     *
     * @param parameters JUnit's configuration parameters, which system properties stand in for
     */
    static Optional<RunSettings> of(Function<String, Optional<String>> parameters) {
        return of(
                parameters,
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home", "/")));
    }

    static Optional<RunSettings> of(
            Function<String, Optional<String>> parameters, Map<String, String> variables, Path folder, Path home) {
        Function<String, Optional<String>> given = key -> parameters.apply(key).filter(value -> !value.isBlank());
        Optional<Boolean> enabled = given.apply(ENABLED).map(Boolean::parseBoolean);
        Optional<Path> project = projectAround(folder, home);
        Optional<Path> metrics = given.apply(METRICS)
                .or(() -> Optional.ofNullable(variables.get(METRICS_VARIABLE)).filter(value -> !value.isBlank()))
                .map(folder::resolve);
        if (!enabled.orElse(project.isPresent() || metrics.isPresent())) {
            return Optional.empty();
        }
        Path root = project.or(() -> repositoryAround(folder)).orElse(folder);
        PerfSection perf = PerfSection.in(root.resolve(PerfSection.FILE), Warnings::warn);
        return Optional.of(new RunSettings(
                metrics.orElseGet(() -> root.resolve(perf.value("dir").orElse(MetricsDirectory.NAME)))
                        .normalize(),
                root,
                given.apply(PROJECT).or(() -> perf.value("project")).orElseGet(() -> name(root)),
                new Scenario(given.apply(SCENARIO).orElseGet(() -> scenario(root, folder, isSelection(given))))));
    }

    /** The nearest folder upward that Bengal was used in, within the repository and below the user's home folder. */
    private static Optional<Path> projectAround(Path folder, Path home) {
        for (Path around = folder; around != null && !around.equals(home); around = around.getParent()) {
            if (Files.isDirectory(around.resolve(MetricsDirectory.NAME))
                    || Files.isRegularFile(around.resolve(PerfSection.FILE))) {
                return Optional.of(around);
            }
            if (Files.exists(around.resolve(".git"))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> repositoryAround(Path folder) {
        for (Path around = folder; around != null; around = around.getParent()) {
            if (Files.exists(around.resolve(".git"))) {
                return Optional.of(around);
            }
        }
        return Optional.empty();
    }

    private static boolean isSelection(Function<String, Optional<String>> given) {
        return SELECTIONS.stream().anyMatch(key -> given.apply(key).isPresent());
    }

    /** Modules of one project, and a selection of the tests, are each a scenario of their own: they are not comparable. */
    private static String scenario(Path root, Path folder, boolean selection) {
        String module = root.relativize(folder).toString().replace('\\', '/');
        return "junit" + (module.isEmpty() ? "" : " " + module) + (selection ? " selection" : "");
    }

    private static String name(Path root) {
        @Nullable Path name = root.getFileName();
        return name == null ? "root" : name.toString();
    }
}
