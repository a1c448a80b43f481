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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What other tools measured, as builds for a history. */
public final class ForeignResults {
    private static final int NOTES_SHOWN = 10;

    private final List<Made> made;
    private final Surface surface;

    private ForeignResults(List<Made> made, Surface surface) {
        this.made = made;
        this.surface = surface;
    }

    private record Made(ImportedRun run, BuildMetrics build, String line) {
        List<Object> kind() {
            return List.of(run.format(), build.identity().scenario());
        }
    }

    /**
     * Reads all of these files.
     *
     * @throws dev.bengal.formats.FormatsException where one is not as it should be
     */
    public static ForeignResults read(
            List<ResultFile> files, Optional<Format> as, ImportedBuilds builds, Surface surface) {
        List<Made> made = new ArrayList<>();
        for (ImportedRun run : ResultReader.read(files, as)) {
            BuildMetrics build = builds.of(run, time(run));
            made.add(new Made(run, build, line(build)));
        }
        return new ForeignResults(made, surface);
    }

    private static String line(BuildMetrics build) {
        String line = RecordEncoder.line(build);
        if (line.getBytes(StandardCharsets.UTF_8).length > Journal.LONGEST_LINE) {
            throw new CommandException("These results make a record of more than " + (Journal.LONGEST_LINE >> 20)
                    + " MB, which a history cannot hold; import fewer files at once, or without their samples.");
        }
        return line;
    }

    /** Brings them in, and tells of those of each format and scenario. */
    public void bringIn(Union union) throws IOException {
        List<String> notes =
                made.stream().flatMap(each -> each.run().notes().stream()).toList();
        notes.stream().limit(NOTES_SHOWN).forEach(note -> surface.err().println("note: " + printable(note)));
        if (notes.size() > NOTES_SHOWN) {
            surface.err().println("... and " + (notes.size() - NOTES_SHOWN) + " more such notes.");
        }
        Map<List<Object>, List<Made>> kinds =
                made.stream().collect(Collectors.groupingBy(Made::kind, LinkedHashMap::new, Collectors.toList()));
        for (List<Made> alike : kinds.values()) {
            bringIn(alike, union);
        }
        tellOfChanges();
    }

    private void bringIn(List<Made> alike, Union union) throws IOException {
        Path draft = Files.createTempFile("bengal-import", ".jsonl");
        try {
            Files.write(draft, alike.stream().map(Made::line).toList());
            tell(alike, union.bringIn(new Journal(draft)));
        } finally {
            Files.delete(draft);
        }
    }

    private void tell(List<Made> alike, Union.Result result) {
        List<ImportedRun> runs = alike.stream().map(Made::run).toList();
        List<String> files =
                runs.stream().flatMap(run -> run.files().stream()).distinct().toList();
        String from = files.size() == 1 ? files.get(0) : files.size() + " files";
        long metrics = runs.stream()
                .mapToLong(run -> run.measurements().size() + run.phases().size())
                .sum();
        surface.out()
                .println(printable(from) + " (" + runs.get(0).format().word()
                        + (runs.size() > 1 ? ", " + runs.size() + " runs" : "") + "): "
                        + result.builds() + (result.builds() == 1 ? " build" : " builds") + " brought in"
                        + (result.there() > 0 ? ", " + result.there() + " here already" : "")
                        + (result.stayedAway() > 0 ? ", " + result.stayedAway() + " pruned here before" : "") + "; "
                        + metrics + (metrics == 1 ? " metric" : " metrics") + ", scenario '"
                        + printable(alike.get(0).build().identity().scenario().name()) + "'.");
    }

    private void tellOfChanges() {
        boolean isDirty = made.stream()
                .map(each -> each.build().commit())
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
