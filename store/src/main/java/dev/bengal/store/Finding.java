package dev.bengal.store;

import dev.bengal.journal.Journal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Something in a history that is not as it should be.
 *
 * @param line its number, from 1
 * @param lost whether the line gave no build; if not, the build was read without the thing named
 */
public record Finding(Path file, long line, String problem, boolean lost) {
    public Finding {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(problem, "problem");
    }

    /** What is not as it should be about a line; nothing about most. */
    public static List<Finding> of(Path file, long number, HistoryLine line) {
        if (line instanceof HistoryLine.Build build) {
            return build.notes().stream()
                    .map(note -> new Finding(file, number, note, false))
                    .toList();
        }
        if (line instanceof HistoryLine.Damaged damaged) {
            return List.of(new Finding(file, number, damaged.reason(), true));
        }
        return line instanceof HistoryLine.Blank ? List.of(new Finding(file, number, "blank line", false)) : List.of();
    }

    /** That a line is too long for a record. */
    public static Finding ofLongLine(Path file, long number, long length) {
        return new Finding(
                file, number, "a line of " + length + " bytes; no record is longer than " + Journal.LONGEST_LINE, true);
    }

    /** Such as {@code history.jsonl:7: not JSON (unexpected end of line)}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + problem;
    }
}
