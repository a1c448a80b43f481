package dev.bengal.cli;

import dev.bengal.cli.document.Document;
import dev.bengal.cli.document.DocumentFigures;
import dev.bengal.cli.history.AtomicFile;
import dev.bengal.cli.history.HistoryOptions;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal perf docs}: keeps the figures of documents true. */
@Command(
        name = "docs",
        description = {
            "Replaces what stands in marked blocks of documents with current figures.",
            "A block begins with <!-- bengal:perf metric=total_duration_ms --> and ends with <!-- /bengal:perf -->."
                    + " Its settings: metric, scenario, branch, environment, show (figure, table, sparkline or badge), last, file, label."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "1:with --check: a block is stale", "2:wrong usage or a failure"})
final class DocsCommand implements Callable<Integer> {
    private static final int STALE = 1;

    private final Surface surface;
    private final Location location;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A document in Markdown or HTML.")
    private List<Path> files = List.of();

    @Option(names = "--check", description = "Change nothing; fail where a block does not show what it should.")
    private boolean isCheck;

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    DocsCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        HistorySource source = HistorySource.of(history, location, surface);
        DocumentFigures figures = new DocumentFigures(
                source.store(),
                history.order(location).join(),
                location.root().toAbsolutePath().normalize());
        Map<Path, String> changed = new LinkedHashMap<>();
        int blocks = 0;
        List<String> stale = new ArrayList<>();
        for (Path file : files) {
            Path path = location.typed(file);
            Document document = new Document(path, read(path));
            Document current = document.renewed(figures);
            blocks += current.blocks();
            current.files().forEach((picture, svg) -> {
                if (!svg.equals(readOrNothing(picture))) {
                    changed.put(picture, svg);
                }
            });
            if (!current.text().equals(document.text())) {
                changed.put(path, current.text());
            }
            stale.addAll(current.stale());
        }
        if (isCheck) {
            return answer(blocks, stale, changed);
        }
        changed.forEach((path, text) -> new AtomicFile(path).write(text));
        surface.out()
                .println(counted(blocks) + ", "
                        + (changed.isEmpty() ? "all current already." : stale.size() + " renewed."));
        return 0;
    }

    private int answer(int blocks, List<String> stale, Map<Path, String> changed) {
        stale.forEach(place -> surface.out().println(place));
        if (changed.isEmpty()) {
            surface.out().println(counted(blocks) + ", all current.");
            return 0;
        }
        surface.out()
                .println(counted(blocks) + ", " + stale.size() + " stale. To renew them: " + surface.command()
                        + " perf docs"
                        + location.optionFor(location.root()) + history.asTyped() + " "
                        + files.stream().map(Location::quoted).collect(Collectors.joining(" ")));
        return STALE;
    }

    private static String counted(int blocks) {
        return blocks + (blocks == 1 ? " block" : " blocks");
    }

    private static String read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new CommandException(path + " is no file; docs takes documents such as README.md.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CommandException(path + " is not UTF-8; it was not changed.", e);
        }
    }

    private static String readOrNothing(Path path) {
        try {
            return Files.isRegularFile(path) ? read(path) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
