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

/** Brings what other tools measured into a history: all of it, or nothing. */
public final class ForeignResults {
    private static final int NOTES_SHOWN = 10;

    private final ImportedBuilds builds;
    private final Surface surface;

    public ForeignResults(ImportedBuilds builds, Surface surface) {
        this.builds = builds;
        this.surface = surface;
    }

    public void bringIn(List<ResultFile> files, Optional<Format> as, Union union) throws IOException {
        List<ImportedRun> runs = ResultReader.read(files, as);
        List<String> notes = runs.stream().flatMap(run -> run.notes().stream()).toList();
        notes.stream().limit(NOTES_SHOWN).forEach(note -> surface.err().println("note: " + printable(note)));
        if (notes.size() > NOTES_SHOWN) {
            surface.err().println("... and " + (notes.size() - NOTES_SHOWN) + " more such notes.");
        }
        List<BuildMetrics> made = new ArrayList<>();
        for (ImportedRun run : runs) {
            made.add(builds.of(run, time(run)));
        }
        Union.Result result = union(made, union);
        tell(runs, made, result);
    }

    private static Union.Result union(List<BuildMetrics> made, Union union) throws IOException {
        List<String> lines = new ArrayList<>();
        for (BuildMetrics build : made) {
            String line = RecordEncoder.line(build);
            if (line.getBytes(StandardCharsets.UTF_8).length > Journal.LONGEST_LINE) {
                throw new CommandException("These results make a record of more than " + (Journal.LONGEST_LINE >> 20)
                        + " MB, which a history cannot hold; import fewer files at once, or without their samples.");
            }
            lines.add(line);
        }
        Path draft = Files.createTempFile("bengal-import", ".jsonl");
        try {
            Files.write(draft, lines);
            return union.bringIn(new Journal(draft));
        } finally {
            Files.delete(draft);
        }
    }

    private void tell(List<ImportedRun> runs, List<BuildMetrics> made, Union.Result result) {
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
