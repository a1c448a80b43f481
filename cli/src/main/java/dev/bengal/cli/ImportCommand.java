package dev.bengal.cli;

import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.history.SummaryFile;
import dev.bengal.cli.recording.ScenarioName;
import dev.bengal.cli.results.ForeignResults;
import dev.bengal.cli.results.FormatName;
import dev.bengal.cli.results.HistoryFile;
import dev.bengal.cli.results.ImportedBuilds;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.formats.reading.Format;
import dev.bengal.formats.reading.ResultFile;
import dev.bengal.journal.Journal;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.store.Finding;
import dev.bengal.store.upkeep.Union;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf import}: brings results of other tools, and other histories, into this one. */
@Command(
        name = "import",
        description = {
            "Brings results of other tools, and other histories, into this one; each build comes in once.",
            "Files of one tool that are given together are one build. A file that is not as it should be is named with the place, and"
                    + " nothing is taken."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine, also where all was here already", "2:wrong usage or a failure"})
final class ImportCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    private final Surface surface;
    private final Location location;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Results of another tool, told by what they hold; - for what is piped in; a history.jsonl; or a folder: then"
                            + " every history in a .bengal-metrics or .bengal/metrics folder below it.")
    private List<String> files = List.of();

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            converter = FormatName.class,
            description = "What the files are, where that cannot be told: ${COMPLETION-CANDIDATES}.",
            completionCandidates = FormatName.class)
    private @Nullable Format format;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "What the results are called in the history; by default as their format.")
    private @Nullable String scenario;

    @Option(
            names = "--commit",
            paramLabel = "REV",
            description = "The commit that was measured; by default what the results say, else what is checked out."
                    + " Outside of git it is the full hash.")
    private @Nullable String commit;

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    ImportCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        HistorySource source = HistorySource.ofProject(metrics, location, surface);
        MetricsDirectory directory = source.directory();
        List<Path> histories = new ArrayList<>();
        List<ResultFile> results = new ArrayList<>();
        for (String file : files) {
            sort(file, histories, results);
        }
        histories.removeIf(history -> isSame(history, directory.journal().file()));
        if (histories.isEmpty() && results.isEmpty()) {
            throw new CommandException(
                    "There is no other history in " + String.join(", ", files)
                            + ": no history.jsonl in a folder .bengal-metrics or .bengal/metrics. Results of tools are named file by file.");
        }
        Optional<ForeignResults> foreign = results.isEmpty()
                ? Optional.empty()
                : Optional.of(ForeignResults.read(results, Optional.ofNullable(format), builds(source), surface));
        for (Path history : histories) {
            if (exported(history).isEmpty()) {
                HistoryFile.requireRecords(history);
            }
        }
        // All is looked at by now, so that what is refused keeps the rest out.
        directory.create();
        Union union = new Union(directory.journal(), source.project());
        if (foreign.isPresent()) {
            foreign.get().bringIn(union);
        }
        for (Path history : histories) {
            bringIn(history, union);
        }
        conclude(source);
        return 0;
    }

    /** As after a build: the summary is that of the newest one, and the shared history, being asked, is given what is pending. */
    private void conclude(HistorySource source) {
        try {
            new SummaryFile(source.directory()).renew(source.store(), source.project());
        } catch (JournalException e) {
            surface.warn(String.valueOf(e.getMessage()));
        }
    }

    private void sort(String file, List<Path> histories, List<ResultFile> results) throws IOException {
        if (file.equals("-")) {
            results.add(ResultFile.of("standard input", System.in));
            return;
        }
        Path path = location.typed(Path.of(file));
        boolean isHistory = format == null
                && (!Files.isRegularFile(path)
                        || HistoryFile.isOne(path)
                        || HistoryFile.exported(path).isPresent());
        if (isHistory) {
            histories.addAll(histories(path));
        } else {
            results.add(ResultFile.of(path));
        }
    }

    private ImportedBuilds builds(HistorySource source) {
        List<Path> generated = new ArrayList<>();
        generated.add(source.directory().folder());
        files.stream().filter(file -> !file.equals("-")).forEach(file -> generated.add(location.typed(Path.of(file))));
        return ImportedBuilds.in(
                location.root(), source.project(), generated, ScenarioName.of(scenario), commit, surface);
    }

    private void bringIn(Path history, Union union) throws IOException {
        Optional<List<String>> exported = exported(history);
        if (exported.isEmpty()) {
            tell(history, union.bringIn(new Journal(history)));
            return;
        }
        Path draft = Files.createTempFile("bengal-import", ".jsonl");
        try {
            Files.write(draft, exported.get());
            tell(history, union.bringIn(new Journal(draft)));
        } finally {
            Files.delete(draft);
        }
    }

    private static Optional<List<String>> exported(Path history) throws IOException {
        return history.toString().endsWith(".jsonl") ? Optional.empty() : HistoryFile.exported(history);
    }

    private void tell(Path history, Union.Result result) {
        List<Finding> findings = result.findings();
        findings.stream().limit(SHOWN).forEach(surface.err()::println);
        if (findings.size() > SHOWN) {
            surface.err().println("... and " + (findings.size() - SHOWN) + " more such lines.");
        }
        long lost = findings.stream().filter(Finding::lost).count();
        surface.out()
                .println(history + ": " + counted(result.builds(), "build")
                        + (result.events() > 0 ? " and " + counted(result.events(), "event") : "") + " brought in, "
                        + result.there() + " here already"
                        + (result.stayedAway() > 0 ? ", " + result.stayedAway() + " pruned here before" : "")
                        + (lost > 0 ? ", " + counted(lost, "damaged line") + " left behind" : "") + ".");
    }

    private static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> histories(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            if (Files.notExists(path)) {
                throw new CommandException(
                        path
                                + " does not exist; import takes results of a tool, a history.jsonl, or a folder with one in it.");
            }
            return List.of(path);
        }
        Path own = path.resolve("history.jsonl");
        if (Files.isRegularFile(own)) {
            return List.of(own);
        }
        Search search = new Search(path);
        Files.walkFileTree(path, search);
        search.found.sort(null);
        return search.found;
    }

    /** Looks for histories in the folders below. */
    private static final class Search extends SimpleFileVisitor<Path> {
        private static final Set<String> LEFT_OUT = Set.of("node_modules", "target", ".git");

        private final Path root;
        private final List<Path> found = new ArrayList<>();

        Search(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            if (LEFT_OUT.contains(name) && !folder.equals(root)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            boolean holdsHistory = name.equals(MetricsDirectory.NAME)
                    || (name.equals("metrics")
                            && folder.getParent() != null
                            && String.valueOf(folder.getParent().getFileName()).equals(".bengal"));
            Path history = folder.resolve("history.jsonl");
            if (holdsHistory && Files.isRegularFile(history)) {
                found.add(history);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
