package dev.bengal.cli;

import dev.bengal.cli.gate.BudgetCases;
import dev.bengal.cli.history.AtomicFile;
import dev.bengal.cli.history.FilterOptions;
import dev.bengal.cli.history.FindingsReport;
import dev.bengal.cli.history.HistoryOptions;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.option.BuildCount;
import dev.bengal.cli.option.ExportFormat;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.formats.writing.BencherWriter;
import dev.bengal.formats.writing.HyperfineWriter;
import dev.bengal.formats.writing.JUnitWriter;
import dev.bengal.formats.writing.OpenMetricsWriter;
import dev.bengal.formats.writing.OtlpCollector;
import dev.bengal.formats.writing.OtlpWriter;
import dev.bengal.formats.writing.SmallerIsBetterWriter;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Metric;
import dev.bengal.model.Outcome;
import dev.bengal.model.Reading;
import dev.bengal.report.history.CsvRenderer;
import dev.bengal.report.history.JsonRenderer;
import dev.bengal.report.history.PerformanceReport;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.History;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf export}: builds in the formats of other tools. */
@Command(
        name = "export",
        description = {
            "Writes recorded builds in the format of another tool.",
            "csv, json, hyperfine and otlp have every build; the others tell the state of now: of each project, scenario and"
                    + " environment the newest success of the newest commit that has one.",
            "json is what import takes back, without what perf accept and perf exclude said of the builds; to move that too,"
                    + " import the history.jsonl itself."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:wrong usage, no build, or a failure"})
final class ExportCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";

    private final Surface surface;
    private final Location location;

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            required = true,
            converter = ExportFormat.Name.class,
            completionCandidates = ExportFormat.Name.class,
            description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private ExportFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of printing.")
    private @Nullable Path output;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "With --as otlp: send to this collector, such as http://localhost:4318, instead of printing.")
    private @Nullable URI collector;

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            defaultValue = "all",
            converter = BuildCount.class,
            description = "How many of the newest builds; all by default.")
    private int last;

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    ExportCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        if (collector != null && (format != ExportFormat.OTLP || output != null)) {
            throw new CommandException("--to sends to a collector, which takes --as otlp and no --output.");
        }
        HistorySource source = HistorySource.of(history, location, surface);
        History answer = source.store()
                .recent(filter.filter(), format.isOfNewest() ? BuildOrder.BY_COMMIT : BuildOrder.BY_START, last);
        new FindingsReport(surface).print(answer);
        List<BuildRecord> builds = format.isOfNewest()
                ? newest(answer.builds(), history.order(location).join())
                : answer.builds();
        if (builds.isEmpty()) {
            throw new CommandException(
                    answer.recorded() == 0
                            ? source.whenEmpty().get()
                            : filter.whenNone(source, answer.recorded(), format.isOfNewest() ? " and a success" : ""));
        }
        if (collector == null) {
            StringBuilder text = new StringBuilder();
            write(builds, text);
            put(text.toString());
        } else {
            send(collector, builds);
        }
        return 0;
    }

    private void put(String text) {
        if (output == null) {
            surface.out().print(text);
        } else {
            new AtomicFile(location.typed(output)).write(text);
        }
    }

    /** Those of the newest commits: a commit of last year that was built today is not the newest state. */
    private static List<BuildRecord> newest(List<BuildRecord> builds, CommitOrder order) {
        Map<String, BuildRecord> newest = new LinkedHashMap<>();
        for (BuildRecord known : builds.stream().sorted(order.records()).toList()) {
            BuildMetrics build = known.build();
            if (build.outcome() == Outcome.SUCCESS && known.excluded() == null) {
                newest.put(
                        build.identity().project() + "\n" + build.identity().scenario() + "\n"
                                + build.environment().fingerprint(),
                        known);
            }
        }
        return List.copyOf(newest.values());
    }

    private void write(List<BuildRecord> records, StringBuilder out) throws IOException {
        List<BuildMetrics> builds = records.stream().map(BuildRecord::build).toList();
        switch (format) {
            case CSV -> new CsvRenderer().render(PerformanceReport.of(records, metrics(builds)), out);
            case JSON -> new JsonRenderer().render(PerformanceReport.of(records), out);
            case BENCHER -> new BencherWriter().write(builds, out);
            case OPEN_METRICS -> new OpenMetricsWriter().write(builds, out);
            case OTLP -> out.append(new OtlpWriter().traces(builds)).append(new OtlpWriter().metrics(builds));
            case SMALLER_IS_BETTER -> new SmallerIsBetterWriter().write(builds, out);
            case JUNIT ->
                new JUnitWriter()
                        .write(
                                "bengal budgets",
                                BudgetCases.of(builds, Configuration.load(location.root()), surface),
                                out);
            case HYPERFINE -> new HyperfineWriter().write(builds, out);
        }
    }

    /** Whatever any of them measured, in the order in which it first comes. */
    private static List<Metric> metrics(List<BuildMetrics> builds) {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        for (BuildMetrics build : builds) {
            for (Reading reading : build.readings()) {
                metrics.putIfAbsent(reading.metric().name(), reading.metric());
            }
        }
        return List.copyOf(metrics.values());
    }

    private void send(URI address, List<BuildRecord> records) {
        List<BuildMetrics> builds = records.stream().map(BuildRecord::build).toList();
        new OtlpCollector(address, headers(), PATIENCE).send(builds).forEach(surface::warn);
        surface.out()
                .println(
                        "Sent " + builds.size() + (builds.size() == 1 ? " build" : " builds") + " to " + address + ".");
    }

    /** {@code key=value,key=value}, as every exporter of OpenTelemetry reads it. */
    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String pair : surface.variables().getOrDefault(HEADERS, "").split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                headers.put(
                        pair.substring(0, equals).strip(),
                        java.net.URLDecoder.decode(
                                pair.substring(equals + 1).strip().replace("+", "%2B"),
                                java.nio.charset.StandardCharsets.UTF_8));
            } else if (!pair.isBlank()) {
                throw new CommandException(HEADERS + " is not a list such as key=value,key=value.");
            }
        }
        return headers;
    }
}
