package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal perf changes}: where a history stepped, or the series of a file. */
@Command(
        name = "changes",
        description = {
            "Finds where the metrics of the recorded builds stepped: by which commit, how far, and how sure that is.",
            "Only successful builds from a clean tree count, and at least 20 of them."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:wrong usage, or a line of the file is no series"})
final class ChangesCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Option(
            names = "--series",
            paramLabel = "FILE",
            description =
                    "Instead of the history: a file of JSON lines, each with series_id, values and, where known, machine (one for each value)."
                            + " Prints a line with series_id and change_points for each.")
    private @Nullable Path file;

    @Option(
            names = "--online",
            description =
                    "With --series: also show each series value by value, never looking ahead: alarms are pairs of where a change was"
                            + " seen and where it is.")
    private boolean online;

    @Mixin
    private final HistoryChanges changes = new HistoryChanges();

    ChangesCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        if (file == null) {
            if (online) {
                throw new CommandException("--online is for the series of a file; give one with --series FILE.");
            }
            changes.print(location, surface);
            return 0;
        }
        Path series = location.typed(file);
        try (BufferedReader lines = Files.newBufferedReader(series)) {
            return predict(lines, series) == 0 ? 0 : 2;
        } catch (NoSuchFileException e) {
            throw new CommandException("There is no file " + series + ".", e);
        } catch (MalformedInputException e) {
            throw new CommandException(series + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new CommandException(series + " cannot be read: " + e, e);
        }
    }

    /** How many lines were no series; the others are answered all the same. */
    private int predict(BufferedReader lines, Path series) throws IOException {
        int damaged = 0;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                damaged += predict(line, series + ":" + number) ? 0 : 1;
            }
        }
        return damaged;
    }

    private boolean predict(String line, String place) {
        SeriesLine series;
        try {
            series = SeriesLine.parse(line);
        } catch (CommandException e) {
            surface.err().println(place + ": " + e.getMessage() + "; this line has no answer, the others have.");
            return false;
        }
        surface.out().println(SeriesPrediction.of(series, online));
        return true;
    }
}
