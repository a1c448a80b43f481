package dev.bengal.cli;

import dev.bengal.journal.Journal;
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
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bengal perf import}: brings other histories into this one. */
@Command(
        name = "import",
        description = "Brings other histories into this one; each build comes in once.",
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
            paramLabel = "PATH",
            description =
                    "A history.jsonl, or a folder: then every history in a .bengal-metrics or .bengal/metrics folder below it.")
    private List<Path> paths = List.of();

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
        for (Path path : paths) {
            histories.addAll(histories(location.typed(path)));
        }
        histories.removeIf(history -> isSame(history, directory.journal().file()));
        if (histories.isEmpty()) {
            throw new CommandException("There is no other history in "
                    + String.join(", ", paths.stream().map(Path::toString).toList())
                    + ": no history.jsonl in a folder .bengal-metrics or .bengal/metrics.");
        }
        directory.create();
        Union union = new Union(directory.journal(), source.project());
        for (Path history : histories) {
            tell(history, union.bringIn(new Journal(history)));
        }
        return 0;
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
                        path + " does not exist; import takes a history.jsonl, or a folder with one in it.");
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
