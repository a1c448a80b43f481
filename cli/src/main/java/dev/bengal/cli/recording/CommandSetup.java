package dev.bengal.cli.recording;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.Surroundings;
import dev.bengal.experiment.CommandProject;
import dev.bengal.experiment.CommandRecorder;
import dev.bengal.experiment.CommandTool;
import dev.bengal.experiment.SignalRelay;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.site.config.Configuration;
import java.nio.file.Path;

/** What {@code perf run} and {@code perf bench} have in common: which project it is, and how its commands are recorded. */
public record CommandSetup(CommandProject project, StoreSetting shared, CommandRecorder recorder) {
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
