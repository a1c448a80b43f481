package dev.bengal.cli;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CallTree;
import dev.bengal.report.BuildDetailRenderer;
import dev.bengal.report.FlameGraphRenderer;
import dev.bengal.store.BuildReference;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf show}: everything that is known of one build. */
@Command(
        name = "show",
        description = "Shows one recorded build: its phases, where it allocates, and whatever else was measured.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:wrong usage, or there is no such build"})
final class ShowCommand implements Callable<Integer> {
    /** How the build is shown. */
    enum Format {
        table,
        json
    }

    private static final int CANDIDATES_SHOWN = 5;

    private final Surface surface;
    private final Location location;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "BUILD",
            defaultValue = "latest",
            description =
                    "latest, which is the default, or previous; or the beginning of the build's id, or of its commit's"
                            + " hash for the newest build of that commit.")
    private String build = "latest";

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; json is the record exactly as stored.")
    private Format format = Format.table;

    @Option(
            names = "--flamegraph",
            paramLabel = "FILE",
            description = "Also draw who allocated what as a page for a browser; for builds with --allocations.")
    private @Nullable Path flameGraph;

    ShowCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        HistorySource source = HistorySource.of(history, location, surface);
        BuildRecord found = find(source);
        if (flameGraph != null) {
            drawFlameGraph(found.build(), source, location.typed(flameGraph));
        }
        switch (format) {
            case json -> surface.out().println(found.line());
            case table -> new BuildDetailRenderer(ZoneId.systemDefault()).render(found.build(), surface.out());
        }
        return 0;
    }

    private BuildRecord find(HistorySource source) {
        BuildReference reference = new BuildReference(build);
        BuildReference.Answer answer = reference.find(source.store());
        new FindingsReport(surface).print(answer.history());
        return answer.build().orElseThrow(() -> new CommandException(refusal(reference, answer, source)));
    }

    private static String refusal(BuildReference reference, BuildReference.Answer answer, HistorySource source) {
        if (answer.history().recorded() == 0) {
            return source.whenEmpty().get();
        }
        if (answer.candidates().isEmpty()) {
            return "There is no build before the latest one yet.";
        }
        boolean several = reference.isBeginningOf(answer.candidates().get(0));
        return several
                ? answer.candidates().size() + " builds begin with '" + reference.text() + "': "
                        + listed(answer.candidates()) + ". Give more of the id."
                : "No build is called '" + reference.text() + "'; the nearest "
                        + (answer.candidates().size() == 1 ? "is " : "are ") + listed(answer.candidates()) + ".";
    }

    private static String listed(List<BuildId> ids) {
        String some =
                ids.stream().limit(CANDIDATES_SHOWN).map(ShowCommand::printable).collect(Collectors.joining(", "));
        return ids.size() > CANDIDATES_SHOWN ? some + ", …" : some;
    }

    /** An id comes from a record and may hold what steers a terminal. */
    private static String printable(BuildId id) {
        return id.value().replaceAll("\\p{C}", "\uFFFD");
    }

    private void drawFlameGraph(BuildMetrics found, HistorySource source, Path file) {
        BuildId id = found.identity().id();
        CallTree stacks = source.directory()
                .stacks()
                .read(id)
                .orElseThrow(() -> new CommandException("There are no stacks of build " + printable(id)
                        + " to draw: 'bengal build --allocations' keeps them, for the newest 20 such builds."));
        try (Writer out = Files.newBufferedWriter(file)) {
            new FlameGraphRenderer(ZoneId.systemDefault()).render(found, stacks, out);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be written: " + e, e);
        }
        surface.err().println("The flame graph is in " + file + "; open it in a browser.");
    }
}
