package dev.bengal.forge.github;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** The file that {@code GITHUB_STEP_SUMMARY} names, which is shown on the page of the run. Of more than 1 MiB, GitHub shows nothing at all. */
public final class StepSummary {
    /** The longest that GitHub shows, in bytes. */
    public static final int LONGEST = 1 << 20;

    private final Path file;

    public StepSummary(Path file) {
        this.file = Objects.requireNonNull(file, "file");
    }

    /** How many bytes may be added, with an empty line before them. */
    public int room() throws IOException {
        long written = Files.exists(file) ? Files.size(file) : 0;
        return (int) Math.max(0, LONGEST - 3 - written);
    }

    /** Adds a text to what other steps have written, where it fits, and tells whether it does. */
    public boolean add(String text) throws IOException {
        byte[] bytes = ("\n" + text + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > room()) {
            return false;
        }
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return true;
    }
}
