package dev.bengal.journal;

import dev.bengal.model.BuildId;
import dev.bengal.model.CallTree;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The folder that holds the stacks of those builds whose allocation was recorded, a file each: they are too large for the
 * record, and of use only while the build is in mind. The newest 20 are kept.
 */
public final class StackFolder {
    private static final int BUILDS_KEPT = 20;
    private static final int LONGEST_NAME = 255;
    private static final String ENDING = ".folded.gz";

    private final Path folder;

    /** @param folder need not exist yet */
    StackFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps the stacks of a build, and lets go of the oldest.
     *
     * @throws JournalException where they cannot be written
     */
    public void write(BuildId build, CallTree stacks) {
        Path file = fileOf(build);
        try {
            Files.createDirectories(folder);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
                FoldedStacks.write(stacks, out);
            }
            MetricsDirectory.replace(file, bytes.toByteArray());
            forgetOldest();
        } catch (IOException e) {
            throw new JournalException(file + " cannot be written: " + JournalException.reason(e), e);
        }
    }

    /**
     * The stacks of a build, or empty where none are kept.
     *
     * @throws JournalException where they cannot be read
     */
    public Optional<CallTree> read(BuildId build) {
        Path file = fileOf(build);
        if (file.getFileName().toString().length() > LONGEST_NAME) {
            return Optional.empty(); // Somebody else's id, and no file can be called so.
        }
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return Optional.of(FoldedStacks.read(in));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new JournalException(file + " cannot be read: " + JournalException.reason(e), e);
        }
    }

    /** An id comes from a record and may hold anything; as the name of a file it keeps what cannot lead elsewhere. */
    private Path fileOf(BuildId build) {
        return folder.resolve(build.value().replaceAll("[^A-Za-z0-9_-]", "_") + ENDING);
    }

    private void forgetOldest() throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            newestFirst = files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path old : newestFirst.subList(Math.min(BUILDS_KEPT, newestFirst.size()), newestFirst.size())) {
            Files.deleteIfExists(old);
        }
    }
}
