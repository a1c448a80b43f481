package dev.bengal.cli.history;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.journal.Journal;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildStore;
import dev.bengal.store.JournalStore;
import dev.bengal.store.OneProject;
import dev.bengal.store.sql.SqliteIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A history.
 *
 * @param directory that it lies in
 * @param project whose history it is
 * @param shared where it is shared, if it is
 * @param whenEmpty what to say where it holds nothing
 */
public record HistorySource(
        BuildStore store, MetricsDirectory directory, String project, StoreSetting shared, Supplier<String> whenEmpty) {
    private static final String UNNAMED = "unnamed";

    /** The one that the options name, else the project's own. */
    public static HistorySource of(HistoryOptions options, Location location, Surface surface) {
        return options.file == null
                ? ofProject(options.metrics, location, surface)
                : ofFile(location.typed(options.file));
    }

    /** The project's own. */
    public static HistorySource ofProject(MetricsOptions options, Location location, Surface surface) {
        Path root = location.root();
        Configuration configuration = Configuration.load(root);
        MetricsDirectory directory = location.metrics(root, configuration, options.folder);
        String project = Location.project(root, configuration);
        Journal journal = directory.journal();
        JournalStore local = new JournalStore(journal, project, new SqliteIndex(journal, project), JournalStore.SMALL);
        StoreSetting shared = StoreSetting.of(configuration, surface);
        return new HistorySource(
                shared.equals(StoreSetting.NONE)
                        ? local
                        : shared.over(
                                new OneProject(local, project), directory, project, StoreSetting.WHEN_ASKED, surface),
                directory,
                project,
                shared,
                () -> emptyAnswer(root, directory, location, surface));
    }

    private static String emptyAnswer(Path root, MetricsDirectory directory, Location location, Surface surface) {
        return NearbyHistory.below(root)
                .map(folder -> "No builds are recorded in " + root + ", but there are some in " + folder
                        + ". To see them: " + surface.command() + " perf" + location.optionFor(folder))
                .orElse("No builds are recorded in " + directory.folder()
                        + " yet. To record a command: " + surface.command()
                        + " perf run -- COMMAND; to build a site and"
                        + " record that: " + surface.command() + " build SITE");
    }

    /** A file, wherever it comes from. */
    static HistorySource ofFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new CommandException(file + " is a folder; --history names a file such as history.jsonl.");
        }
        if (Files.notExists(file)) {
            throw new CommandException(file + " does not exist; --history names a file such as history.jsonl.");
        }
        return new HistorySource(
                new JournalStore(new Journal(file), UNNAMED),
                new MetricsDirectory(file.resolveSibling("")),
                UNNAMED,
                StoreSetting.NONE,
                () -> file + " holds no builds.");
    }
}
