package dev.bengal.cli.results;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.formats.reading.Format;
import dev.bengal.formats.reading.ImportedRun;
import dev.bengal.formats.reading.ResultFile;
import dev.bengal.formats.reading.ResultReader;
import dev.bengal.journal.Journal;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildMetrics;
import dev.bengal.store.upkeep.Union;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What other tools measured, as builds for a history. */
public final class ForeignResults {
    private static final int NOTES_SHOWN = 10;

    private final List<ImportedRun> runs;
    private final List<BuildMetrics> made;
    private final List<String> lines;
    private final Surface surface;

    private ForeignResults(List<ImportedRun> runs, List<BuildMetrics> made, List<String> lines, Surface surface) {
        this.runs = runs;
        this.made = made;
        this.lines = lines;
        this.surface = surface;
    }

    /**
     * Reads all of these files.
     *
     * @throws dev.bengal.formats.FormatsException where one is not as it should be
     */
    public static ForeignResults read(
            List<ResultFile> files, Optional<Format> as, ImportedBuilds builds, Surface surface) {
        List<ImportedRun> runs = ResultReader.read(files, as);
        List<BuildMetrics> made = new ArrayList<>();
        for (ImportedRun run : runs) {
            made.add(builds.of(run, time(run)));
        }
        List<String> lines = made.stream().map(ForeignResults::line).toList();
        return new ForeignResults(runs, made, lines, surface);
    }

    private static String line(BuildMetrics build) {
        String line = RecordEncoder.line(build);
        if (line.getBytes(StandardCharsets.UTF_8).length > Journal.LONGEST_LINE) {
            throw new CommandException("These results make a record of more than " + (Journal.LONGEST_LINE >> 20)
                    + " MB, which a history cannot hold; import fewer files at once, or without their samples.");
        }
        return line;
    }

    /** Brings them in, and tells of it. */
    public void bringIn(Union union) throws IOException {
        List<String> notes = runs.stream().flatMap(run -> run.notes().stream()).toList();
        notes.stream().limit(NOTES_SHOWN).forEach(note -> surface.err().println("note: " + printable(note)));
        if (notes.size() > NOTES_SHOWN) {
            surface.err().println("... and " + (notes.size() - NOTES_SHOWN) + " more such notes.");
        }
        Path draft = Files.createTempFile("bengal-import", ".jsonl");
        try {
            Files.write(draft, lines);
            tell(union.bringIn(new Journal(draft)));
        } finally {
            Files.delete(draft);
        }
    }

    private void tell(Union.Result result) {
        ImportedRun first = runs.get(0);
        String from =
                first.files().size() == 1 ? first.files().get(0) : first.files().size() + " files";
        long metrics = runs.stream()
                .mapToLong(run -> run.measurements().size() + run.phases().size())
                .sum();
        surface.out()
                .println(printable(from) + " (" + first.format().word()
                        + (runs.size() > 1 ? ", " + runs.size() + " runs" : "") + "): "
                        + result.builds() + (result.builds() == 1 ? " build" : " builds") + " brought in"
                        + (result.there() > 0 ? ", " + result.there() + " here already" : "")
                        + (result.stayedAway() > 0 ? ", " + result.stayedAway() + " pruned here before" : "") + "; "
                        + metrics + (metrics == 1 ? " metric" : " metrics") + ", scenario '"
                        + printable(made.get(0).identity().scenario().name()) + "'.");
        boolean isDirty = made.stream()
                .map(BuildMetrics::commit)
                .anyMatch(commit -> commit != null && Boolean.TRUE.equals(commit.dirty()));
        if (isDirty) {
            surface.err()
                    .println(
                            "note: the work tree has changes that are in no commit, so nothing will be held against these"
                                    + " results. --commit names the commit that was measured.");
        }
    }

    /** When the newest of its files was written; now for what came through a pipe. */
    private static Instant time(ImportedRun run) {
        return run.files().stream()
                .map(Path::of)
                .filter(Files::isRegularFile)
                .map(ForeignResults::written)
                .max(Instant::compareTo)
                .orElseGet(Instant::now);
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.now();
        }
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "\uFFFD");
    }
}
