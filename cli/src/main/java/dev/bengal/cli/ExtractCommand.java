package dev.bengal.cli;

import dev.bengal.analysis.Comparison;
import dev.bengal.cli.gate.GateSettings;
import dev.bengal.cli.history.Ancestry;
import dev.bengal.cli.history.AtomicFile;
import dev.bengal.cli.history.CheckedCommit;
import dev.bengal.cli.history.FindingsReport;
import dev.bengal.cli.history.HistoryOptions;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.RecordedCommit;
import dev.bengal.cli.history.Repository;
import dev.bengal.cli.history.Revisions;
import dev.bengal.cli.history.ScopeOptions;
import dev.bengal.cli.judge.BuildJudge;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.cli.results.FormatName;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.formats.BenchmarkName;
import dev.bengal.formats.reading.Format;
import dev.bengal.formats.reading.ImportedRun;
import dev.bengal.formats.reading.ResultFile;
import dev.bengal.formats.reading.ResultReader;
import dev.bengal.formats.writing.ExtractWriter;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Measurement;
import dev.bengal.model.Unit;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.site.config.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf extract}: before, after and change as plain numbers. */
@Command(
        name = "extract",
        description = {
            "Writes before, after and change of each metric as plain numbers, for any script.",
            "Without files it holds the builds of the newest commit against the level before it, as 'check' does."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine, also without a baseline: then it is null", "2:wrong usage, no build, or a failure"})
final class ExtractCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Reports of what is now, in any format that import reads.")
    private List<String> files = List.of();

    @Option(names = "--baseline", paramLabel = "FILE", description = "A report of what was; may be repeated.")
    private List<String> baseline = List.of();

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            converter = FormatName.class,
            completionCandidates = FormatName.class,
            description = "What the reports are, where that cannot be told.")
    private @Nullable Format format;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "Only this metric beside the usual two; may be repeated.")
    private List<String> metrics = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file, such as metrics.json, instead of printing.")
    private @Nullable Path output;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    ExtractCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        if (files.isEmpty() && !baseline.isEmpty()) {
            throw new CommandException("--baseline needs the reports of now that it is held against, as FILE.");
        }
        Sides sides = files.isEmpty() ? ofHistory() : new Sides(ofReports(baseline), ofReports(files));
        requireMetrics(sides.current());
        if (sides.baseline().isEmpty()) {
            surface.warn("there is no baseline; it is null, and so is every change.");
        }
        StringBuilder text = new StringBuilder();
        new ExtractWriter().write(named(sides.baseline()), named(sides.current()), text);
        if (output == null) {
            surface.out().print(text);
        } else {
            new AtomicFile(location.typed(output)).write(text.toString());
        }
        return 0;
    }

    private void requireMetrics(Map<String, Double> current) {
        for (String metric : metrics) {
            if (!ExtractWriter.named(current).containsKey(metric)) {
                throw new CommandException("'" + metric + "' was not measured; there are "
                        + RecordedCommit.printable(String.join(", ", current.keySet())) + ".");
            }
        }
    }

    private Map<String, Double> named(Map<String, Double> values) {
        Map<String, Double> named = ExtractWriter.named(values);
        if (!metrics.isEmpty()) {
            named.keySet()
                    .removeIf(name -> !metrics.contains(name) && !name.equals("rss_mb") && !name.equals("time_s"));
        }
        return named;
    }

    private Sides ofHistory() {
        HistorySource source = HistorySource.of(history, location, surface);
        Repository repository = new Repository(location.root());
        CommitOrder order = history.file == null ? repository.order(HistoryOptions.COMMITS) : CommitOrder.BY_TIME;
        JudgedHistory known = JudgedHistory.of(source.store(), scope.filter(), order);
        new FindingsReport(surface).print(known.answer());
        CheckedCommit candidate = CheckedCommit.newestIn(
                        known, history.file == null ? new Revisions(repository).commit("HEAD") : Optional.empty())
                .orElseThrow(() -> new CommandException(
                        known.answer().recorded() == 0
                                ? source.whenEmpty().get()
                                : scope.whenUnknown(source, known.answer().recorded())
                                        .orElse("No build" + scope.words()
                                                + " counts: only successes from a clean tree that nobody"
                                                + " excluded do.")));
        GateSettings settings = GateSettings.of(
                Configuration.load(location.root()),
                candidate.newest().identity().scenario(),
                candidate.newest().readings());
        JudgedReport report = new BuildJudge(settings.thresholds(), settings.budgets())
                .check(
                        known.only(Ancestry.of(history, repository)
                                .leadingTo(candidate.newest().commit())),
                        candidate.side(),
                        List.of());
        Map<String, Double> before = new LinkedHashMap<>();
        Map<String, Double> after = new LinkedHashMap<>();
        for (Comparison comparison : report.validation().comparisons()) {
            put(before, comparison.metric().name(), comparison.before());
            put(after, comparison.metric().name(), comparison.after());
        }
        return new Sides(before, after);
    }

    private static void put(Map<String, Double> values, String name, @Nullable Double value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private Map<String, Double> ofReports(List<String> names) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (names.isEmpty()) {
            return values;
        }
        List<ResultFile> reports = names.stream()
                .map(name -> name.equals("-")
                        ? ResultFile.of("standard input", System.in)
                        : ResultFile.of(location.typed(Path.of(name))))
                .toList();
        Map<String, ImportedRun> origins = new LinkedHashMap<>();
        for (ImportedRun run : ResultReader.read(reports, Optional.ofNullable(format))) {
            run.notes().forEach(note -> surface.err().println("note: " + RecordedCommit.printable(note)));
            run.measurements().stream()
                    .filter(one -> isOf(one, BenchmarkName.MEMORY, Unit.MEBIBYTES))
                    .mapToDouble(Measurement::value)
                    .max()
                    .ifPresent(most -> values.merge("memory_rss_mb", most, Math::max));
            ofRun(run).forEach((name, value) -> {
                ImportedRun other = origins.putIfAbsent(name, run);
                if (other != null) {
                    throw new CommandException("'" + RecordedCommit.printable(name) + "' is told by " + told(other)
                            + " and by " + told(run) + "; give reports of one run a side.");
                }
                values.put(name, value);
            });
        }
        return values;
    }

    private static String told(ImportedRun run) {
        return RecordedCommit.printable(String.join(", ", run.files())) + " ("
                + run.format().word() + ")";
    }

    private static Map<String, Double> ofRun(ImportedRun run) {
        Map<String, Double> values = new LinkedHashMap<>();
        put(values, "total_duration_ms", whole(run));
        run.measurements().forEach(one -> values.put(one.metric().name(), one.value()));
        run.phases().forEach(phase -> values.put("phase." + phase.name() + ".duration_ms", phase.durationMillis()));
        return values;
    }

    /** What the report says, else the sum of its times; null where it has none. */
    private static @Nullable Double whole(ImportedRun run) {
        if (run.wallMillis() != null) {
            return run.wallMillis();
        }
        List<Double> times = run.measurements().stream()
                .filter(one -> isOf(one, BenchmarkName.TIME, Unit.MILLISECONDS))
                .map(Measurement::value)
                .toList();
        return times.isEmpty()
                ? null
                : Double.valueOf(times.stream().mapToDouble(Double::doubleValue).sum());
    }

    private static boolean isOf(Measurement one, String measure, Unit unit) {
        return one.metric().unit().equals(unit)
                && BenchmarkName.parse(one.metric().name())
                        .filter(name -> name.measure().equals(measure))
                        .isPresent();
    }

    private record Sides(Map<String, Double> baseline, Map<String, Double> current) {}
}
