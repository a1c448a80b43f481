package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal config}: the effective configuration. */
@Command(
        name = "config",
        description = "Shows the effective configuration and where each value comes from.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:wrong usage or a broken configuration"})
final class ConfigCommand implements Runnable {
    private final Surface surface;
    private final Location location;

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Read config/environments/NAME.yaml over the rest.")
    private @Nullable String environment;

    ConfigCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public void run() {
        Path root = location.root();
        Configuration configuration = Configuration.load(root, environment);
        Location.MetricsFolder folder = location.metricsEntry(root, configuration, metrics.folder);
        List<ConfigurationEntry> entries = new ArrayList<>(configuration.entries());
        entries.removeIf(
                entry -> entry.key().equals(Location.METRICS_KEY) || entry.key().equals("perf.project"));
        entries.add(new ConfigurationEntry(Location.METRICS_KEY, folder.folder().toString(), folder.origin()));
        entries.add(configuration
                .entry("perf.project")
                .orElseGet(() -> new ConfigurationEntry(
                        "perf.project", Location.project(root, configuration), ConfigurationEntry.DEFAULT)));
        StoreSetting store = StoreSetting.of(configuration, surface);
        entries.removeIf(entry -> entry.key().equals(StoreSetting.KEY));
        if (!store.text().isEmpty()) {
            entries.add(new ConfigurationEntry(StoreSetting.KEY, store.shown(), store.origin()));
        }
        entries.sort(Comparator.comparing(ConfigurationEntry::key));
        surface.out().println("root = " + root);
        int width = entries.stream()
                .mapToInt(entry -> line(entry).length())
                .filter(length -> length <= 60)
                .max()
                .orElse(0);
        for (ConfigurationEntry entry : entries) {
            String line = line(entry);
            surface.out().println(line + " ".repeat(Math.max(0, width - line.length())) + "  # " + entry.origin());
        }
    }

    private static String line(ConfigurationEntry entry) {
        return entry.key() + " = " + entry.text();
    }
}
