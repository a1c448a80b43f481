package dev.bengal.journal;

import dev.bengal.model.BuildMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The folder that holds a project's history, by default {@code .bengal-metrics/}.
 *
 * <pre>
 * history.jsonl     every build, append-only: the source of truth
 * history.lock      what a writer holds while it appends
 * history.damaged.jsonl  lines that the doctor set aside
 * archive/          builds that were pruned, compressed
 * index.sqlite      derived from the history by the store, where it is long
 * builds/           the newest 100 records again, one a file, for people
 * allocations/      the stacks of the newest 20 builds whose allocation was recorded
 * summary.json      the newest build and the current trend
 * baseline.properties  the usual level and noise band of each metric, as the CLI last judged them
 * arguments.key     what the arguments of recorded commands are hashed with; only its owner can read it
 * .gitignore        of *, so that recording never makes a work tree dirty
 * </pre>
 */
public final class MetricsDirectory {
    /** The folder's name in a project. */
    public static final String NAME = ".bengal-metrics";

    private static final int BUILDS_KEPT = 100;

    private final Path folder;
    private final Journal journal;

    /** @param folder need not exist yet */
    public MetricsDirectory(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.journal = new Journal(folder.resolve("history.jsonl"));
    }

    /** The folder itself. */
    public Path folder() {
        return folder;
    }

    /** Its history. */
    public Journal journal() {
        return journal;
    }

    /** The levels that builds are on at present. */
    public BaselineFile baseline() {
        return new BaselineFile(folder);
    }

    /** The stacks of those builds whose allocation was recorded. */
    public StackFolder stacks() {
        return new StackFolder(folder.resolve("allocations"));
    }

    /**
     * Appends the build to the history and puts a copy for people beside it.
     *
     * @throws JournalException where the history cannot be written. A copy that cannot be written is not worth a word: the
     *     record is safe.
     */
    public void save(BuildMetrics build) {
        create();
        journal.append(RecordEncoder.line(build));
        try {
            writeCopy(build);
        } catch (IOException | InvalidPathException e) {
            // The history has the build.
        }
    }

    /** Replaces {@code summary.json}: a reader sees the old one or the new one, never a half. */
    public void writeSummary(String json) {
        write("summary.json", json);
    }

    private void write(String name, String text) {
        try {
            replace(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new JournalException(folder.resolve(name) + " cannot be written: " + JournalException.reason(e), e);
        }
    }

    /**
     * Makes the folder where there is none, with a {@code .gitignore} of all.
     *
     * @throws JournalException where that cannot be done
     */
    public void create() {
        try {
            Files.createDirectories(folder);
            Path ignore = folder.resolve(".gitignore");
            if (Files.notExists(ignore)) {
                // Whole or not at all: on a full disk it would be made without its line, and stay so.
                replace(ignore, "*\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new JournalException(folder + " cannot be created: " + JournalException.reason(e), e);
        }
    }

    private void writeCopy(BuildMetrics build) throws IOException {
        Path builds = Files.createDirectories(folder.resolve("builds"));
        String name = "build_" + UtcText.compact(build.timestamp()) + "_"
                + build.identity().id() + ".json";
        replace(builds.resolve(name), (RecordEncoder.pretty(build) + "\n").getBytes(StandardCharsets.UTF_8));
        forgetOldest(builds);
    }

    private static void forgetOldest(Path builds) throws IOException {
        List<Path> copies = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(builds)) {
            for (Path file : files) {
                if (isCopy(file)) {
                    copies.add(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (copies.size() > BUILDS_KEPT) {
            Collections.sort(copies);
            for (Path old : copies.subList(0, copies.size() - BUILDS_KEPT)) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static boolean isCopy(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("build_") && name.endsWith(".json");
    }

    /** Puts a file in place of another one, or of none, at once. */
    static void replace(Path target, byte[] content) throws IOException {
        // Not createTempFile: nobody but its owner could read what becomes of such a file.
        Path draft = target.resolveSibling(
                ".draft-" + Long.toHexString(ThreadLocalRandom.current().nextLong()));
        try {
            Files.write(draft, content, StandardOpenOption.CREATE_NEW);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
