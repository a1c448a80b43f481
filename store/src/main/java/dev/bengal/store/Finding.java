package dev.bengal.store;

import java.nio.file.Path;
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

    /** Such as {@code history.jsonl:7: not JSON (unexpected end of line)}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + problem;
    }
}
