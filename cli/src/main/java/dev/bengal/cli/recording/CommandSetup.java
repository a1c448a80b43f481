package dev.bengal.cli.recording;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.Surroundings;
import dev.bengal.experiment.Command;
import dev.bengal.experiment.CommandProject;
import dev.bengal.experiment.CommandRecorder;
import dev.bengal.experiment.CommandTool;
import dev.bengal.experiment.SignalRelay;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.site.config.Configuration;
import java.nio.file.Path;
import java.util.List;

/** What {@code perf run} and {@code perf bench} have in common: which project it is, and how its commands are recorded. */
public record CommandSetup(CommandProject project, StoreSetting shared, CommandRecorder recorder) {
    /** Java takes arguments apart by the locale, and what it could not read would reach the command as something else. */
    public static Command command(List<String> words) {
        for (String word : words) {
            if (word.indexOf('\uFFFD') >= 0) {
                throw new CommandException(
                        "the argument '" + word + "' has letters that Java cannot read in this locale;"
                                + " nothing was run. Set LC_ALL=C.UTF-8, or another locale that knows them.");
            }
        }
        return new Command(words);
    }

    public static CommandSetup of(
            Location location, MetricsOptions metrics, boolean keepsArguments, SignalRelay signals, Surface surface) {
        Path root = location.root();
        Configuration configuration = Configuration.load(root);
        MetricsDirectory directory = location.metrics(root, configuration, metrics.folder);
        CommandProject project = new CommandProject(
                Location.project(root, configuration),
                root,
                location.workingFolder(),
                directory,
                location.isMetricsFolderGiven(metrics.folder));
        CommandTool tool = keepsArguments ? CommandTool.withArguments() : CommandTool.hashed(directory, surface::warn);
        return new CommandSetup(
                project,
                StoreSetting.of(configuration, surface),
                new CommandRecorder(project, tool, signals, Surroundings::ofCommand, surface::warn));
    }
}
