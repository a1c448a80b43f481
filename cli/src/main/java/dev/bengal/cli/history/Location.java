package dev.bengal.cli.history;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which folder a command is about and where its history lies. */
public final class Location {
    public static final String METRICS_VARIABLE = "BENGAL_METRICS_DIR";
    public static final String METRICS_KEY = "perf.dir";

    private static final List<String> MARKS =
            List.of(MetricsDirectory.NAME, "bengal.toml", "bengal.yaml", "bengal.yml", "config/_default", ".git");

    private final Path workingFolder;
    private final Map<String, String> variables;
    private @Nullable Path chosen;

    public Location(Path workingFolder, Map<String, String> variables) {
        this.workingFolder = workingFolder;
        this.variables = variables;
    }

    /** What {@code -C} says. */
    public void moveTo(Path folder) {
        chosen = workingFolder.resolve(folder).normalize();
    }

    /** The same with another folder that the user typed as its root. */
    public Location at(Path folder) {
        Location other = new Location(workingFolder, variables);
        other.chosen = (chosen == null ? workingFolder : chosen).resolve(folder).normalize();
        return other;
    }

    /** Where the user is. */
    public Path workingFolder() {
        return workingFolder;
    }

    /** Whether an option or a variable says where the history lies, so that it does not follow from the folder. */
    public boolean isMetricsFolderGiven(@Nullable Path option) {
        String variable = variables.get(METRICS_VARIABLE);
        return option != null || (variable != null && !variable.isBlank());
    }

    /** A path that the user typed. */
    public Path typed(Path path) {
        return workingFolder.resolve(path).normalize();
    }

    /** The root for a command that names a site: that folder, seen from {@code -C} where it is given. */
    public Path root(Path site) {
        return (chosen == null ? workingFolder : chosen).resolve(site).normalize();
    }

    /** Where a command begins to look: what {@code -C} says, else where the user is. */
    public Path start() {
        if (chosen != null && !Files.isDirectory(chosen)) {
            throw new CommandException(chosen + " is no folder; -C names the root of a project.");
        }
        return chosen == null ? workingFolder : chosen;
    }

    /**
     * The root for every other command: what {@code -C} says, else the nearest folder upward that looks like a project,
     * else this one.
     */
    public Path root() {
        if (chosen != null) {
            return start();
        }
        for (Path folder = workingFolder; folder != null; folder = folder.getParent()) {
            Path candidate = folder;
            if (MARKS.stream().anyMatch(mark -> Files.exists(candidate.resolve(mark)))) {
                return candidate;
            }
        }
        return workingFolder;
    }

    /** The {@code -C} that leads to this root from here, after a space; empty where none is needed. */
    public String optionFor(Path root) {
        if (root.equals(workingFolder)) {
            return "";
        }
        return " -C " + quoted(root.startsWith(workingFolder) ? workingFolder.relativize(root) : root);
    }

    /** A path that a shell takes as one word. */
    public static String quoted(Path path) {
        return quoted(path.toString());
    }

    /** Any text as one word for a shell. */
    public static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./@%+=:,\\\\-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** The project's name in its records: {@code [perf] project}, or the name of its root. */
    public static String project(Path root, Configuration configuration) {
        return configuration
                .string("perf.project")
                .filter(name -> !name.isBlank())
                .orElseGet(() -> nameOf(root));
    }

    private static String nameOf(Path root) {
        Path name = root.toAbsolutePath().normalize().getFileName();
        return name == null ? "root" : name.toString();
    }

    /**
     * Where the history lies: as the option says, else the environment variable, else {@code [perf] dir}, else
     * {@code .bengal-metrics} in the root.
     */
    public MetricsDirectory metrics(Path root, Configuration configuration, @Nullable Path option) {
        return new MetricsDirectory(metricsEntry(root, configuration, option).folder());
    }

    /** The same, with where it comes from. */
    public MetricsFolder metricsEntry(Path root, Configuration configuration, @Nullable Path option) {
        if (option != null) {
            return new MetricsFolder(typed(option), "--metrics-dir");
        }
        String variable = variables.get(METRICS_VARIABLE);
        if (variable != null && !variable.isBlank()) {
            return new MetricsFolder(typed(Path.of(variable)), METRICS_VARIABLE);
        }
        Optional<ConfigurationEntry> configured = configuration.entry(METRICS_KEY);
        if (configured.isPresent()) {
            return new MetricsFolder(
                    root.resolve(configuration.string(METRICS_KEY).orElseThrow())
                            .normalize(),
                    configured.get().origin());
        }
        return new MetricsFolder(root.resolve(MetricsDirectory.NAME), ConfigurationEntry.DEFAULT);
    }

    /** A folder and where its name comes from. */
    public record MetricsFolder(Path folder, String origin) {}
}
