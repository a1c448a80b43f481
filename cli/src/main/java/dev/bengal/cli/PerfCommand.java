package dev.bengal.cli;

import dev.bengal.analysis.Baseline;
import dev.bengal.analysis.LevelChanges;
import dev.bengal.analysis.UsualLevels;
import dev.bengal.cli.history.FilterOptions;
import dev.bengal.cli.history.FindingsReport;
import dev.bengal.cli.history.HistoryOptions;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricOption;
import dev.bengal.cli.history.UsualLevelsFile;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.cli.option.BuildCount;
import dev.bengal.cli.option.ChartOptions;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Direction;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.UsualLevel;
import dev.bengal.report.chart.ChartStyle;
import dev.bengal.report.history.ChartRenderer;
import dev.bengal.report.history.CsvRenderer;
import dev.bengal.report.history.JsonRenderer;
import dev.bengal.report.history.MarkdownRenderer;
import dev.bengal.report.history.PerformanceReport;
import dev.bengal.report.history.SeriesCsvRenderer;
import dev.bengal.report.history.TableRenderer;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.History;
import java.io.IOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf}: the last builds and the trend. */
@Command(
        name = "perf",
        description = {
            "Shows the last recorded builds and the trend of the comparable ones. Its subcommands record any command, compare, check, share and more: 'bengal perf --help' lists them.",
            "Builds stand in the order of their commits."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine, also where no build is recorded yet", "2:wrong usage or a failure"})
final class PerfCommand implements Callable<Integer> {
    /** How the builds are shown. */
    enum Format {
        table,
        chart,
        json,
        csv,
        markdown
    }

    /** So many builds are listed where nothing else is asked for. */
    static final int LISTED = 10;

    /** So many are drawn: what a chart shows is seen in a long history alone. */
    private static final int DRAWN = 100;

    /** From so many builds, or all that are shown, the table's marks are told. */
    private static final int JUDGED_BUILDS = 100;

    private final Surface surface;
    private final Location location;

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Mixin
    private final MetricOption metrics = new MetricOption();

    @Mixin
    private final ChartOptions charts = new ChartOptions();

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            converter = BuildCount.class,
            description = "How many builds, or 'all'; by default " + LISTED + ", as a chart " + DRAWN + ".")
    private @Nullable Integer last;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; json is the records, oldest first, exactly as stored.")
    private Format format = Format.table;

    PerfCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    /** One whose other options are not given. */
    PerfCommand(Surface surface, Location location, @Nullable Integer last, Format format) {
        this(surface, location);
        this.last = last;
        this.format = format;
    }

    @Override
    public Integer call() throws IOException {
        HistorySource source = HistorySource.of(history, location, surface);
        BuildFilter filter = filters.filter();
        CompletableFuture<CommitOrder> order = history.order(location);
        if (format == Format.csv && metrics.isGiven()) {
            return renderSeries(source, filter, order);
        }
        boolean isMarked = format == Format.table || format == Format.chart;
        int last = last();
        History recent =
                source.store().recent(filter, BuildOrder.BY_COMMIT, isMarked ? Math.max(last, JUDGED_BUILDS) : last);
        new FindingsReport(surface).print(recent);
        List<BuildRecord> read = recent.builds();
        List<BuildRecord> builds = read.subList(Math.max(0, read.size() - last), read.size()).stream()
                .sorted(order.join().records())
                .toList();
        PerformanceReport report = PerformanceReport.of(builds, metrics.of(builds, usual(builds)));
        if (isMarked && read.stream().filter(BuildRecord::isBaselineMaterial).count() >= Baseline.FEWEST_BUILDS) {
            JudgedHistory judged = JudgedHistory.of(source.store(), recent, order.join());
            report = marked(report, judged);
            if (filter.conditions().isEmpty() && history.file == null) {
                new UsualLevelsFile(source, surface).write(judged);
            }
        }
        render(report, recent, source);
        return 0;
    }

    /** Where a metric of the table stepped at a build in it, told from the builds before it too. */
    private static PerformanceReport marked(PerformanceReport report, JudgedHistory judged) {
        Set<String> names = report.metrics().stream()
                .filter(metric -> metric.direction() != Direction.NONE)
                .map(Metric::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Series> series = judged.series(names);
        LevelChanges found = LevelChanges.in(series, judged.accepted(), judged.order());
        return report.withStepsAmong(found.changes()).withUsual(levels(report, series, judged.accepted()));
    }

    /** Those of the series whose trends are shown. */
    private static Map<String, UsualLevel> levels(
            PerformanceReport report, List<Series> series, List<HistoryEvent.Accepted> accepted) {
        Map<String, UsualLevel> levels = new LinkedHashMap<>();
        report.comparable()
                .ifPresent(shown -> series.stream()
                        .filter(one -> one.project()
                                        .equals(shown.last().identity().project())
                                && one.scenario().equals(shown.last().identity().scenario()))
                        .forEach(one -> UsualLevels.before(
                                        one, shown.last().identity().id(), accepted)
                                .ifPresent(level -> levels.put(one.metric().name(), level))));
        return levels;
    }

    private int last() {
        if (last != null) {
            return last;
        }
        return format == Format.chart ? DRAWN : LISTED;
    }

    private List<Metric> usual(List<BuildRecord> builds) {
        return switch (format) {
            case csv -> TotalMetric.ALL.stream().map(TotalMetric::metric).toList();
            case chart -> PerformanceReport.drawnOf(builds);
            case table, markdown, json -> PerformanceReport.usualOf(builds);
        };
    }

    private void render(PerformanceReport report, History recent, HistorySource source) throws IOException {
        boolean isForPeople = format == Format.table || format == Format.chart || format == Format.markdown;
        if (report.builds().isEmpty() && isForPeople) {
            surface.out()
                    .println(
                            recent.recorded() == 0
                                    ? source.whenEmpty().get()
                                    : filters.whenNone(source, recent.recorded(), ""));
        }
        switch (format) {
            case chart -> {
                ChartStyle style = charts.style(surface);
                new ChartRenderer(style, ZoneId.systemDefault()).render(report, charts.out(surface, style));
            }
            case json -> new JsonRenderer().render(report, surface.out());
            case csv -> new CsvRenderer().render(report, surface.out());
            case markdown -> new MarkdownRenderer(TimeZone.getDefault()).render(report, surface.out());
            case table -> new TableRenderer(TimeZone.getDefault()).render(report, surface.out());
        }
    }

    private int renderSeries(HistorySource source, BuildFilter filter, CompletableFuture<CommitOrder> order)
            throws IOException {
        History newest = source.store().recent(filter, BuildOrder.BY_COMMIT, 1);
        new FindingsReport(surface).print(newest);
        Map<String, List<Series>> series = new LinkedHashMap<>();
        for (String name : metrics.names()) {
            List<Series> found = source.store().series(filter, name, last());
            Optional<String> whole = found.isEmpty() ? PhaseMetric.completed(name) : Optional.empty();
            List<Series> all = whole.isEmpty() ? found : source.store().series(filter, whole.get(), last());
            if (all.isEmpty()) {
                metrics.requireKnown(name, newest.builds());
            }
            series.put(whole.orElse(name), all);
        }
        new SeriesCsvRenderer().render(series, order.join(), surface.out());
        return 0;
    }
}
