package dev.bengal.cli;

import dev.bengal.analysis.ReplayedMetric;
import dev.bengal.cli.gate.ScenarioLimits;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.SeriesOptions;
import dev.bengal.cli.judge.SeriesSource;
import dev.bengal.cli.option.BuildCount;
import dev.bengal.cli.option.TableOrJson;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.report.judged.SelfTestJsonRenderer;
import dev.bengal.report.judged.SelfTestTableRenderer;
import dev.bengal.site.config.Configuration;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf selftest}: what the gate is worth on this history. */
@Command(
        name = "selftest",
        description = {
            "Replays the recorded builds as if nothing had changed, and tells what the gate is worth here: for each metric"
                    + " how often it would have cried wolf, and the smallest step that it would have seen.",
            "The builds of each level are put in other orders, the same ones each time. Exact metrics such as counts have"
                    + " no noise and are left out."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine, also where no build is recorded yet", "2:wrong usage or a failure"})
final class SelfTestCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Mixin
    private final SeriesOptions asked = new SeriesOptions();

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            defaultValue = "200",
            converter = BuildCount.class,
            description = "How many of the newest builds, or 'all'; ${DEFAULT-VALUE} by default.")
    private int last;

    @Mixin
    private final TableOrJson format = new TableOrJson();

    SelfTestCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        HistorySource source = HistorySource.of(asked.history, location, surface);
        SeriesSource read = asked.read(source, last, location, surface);
        if (read.newest().builds().isEmpty() && !format.isJson()) {
            surface.out().println(asked.whenEmpty(read, source));
            return 0;
        }
        ScenarioLimits limits = new ScenarioLimits(Configuration.load(location.root()));
        List<ReplayedMetric> replayed = limits.replay(asked.series(read));
        if (format.isJson()) {
            new SelfTestJsonRenderer().render(replayed, surface.out());
        } else {
            new SelfTestTableRenderer().render(replayed, surface.out());
        }
        return 0;
    }
}
