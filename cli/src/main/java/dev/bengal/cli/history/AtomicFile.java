package dev.bengal.cli.history;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.journal.JournalException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that is replaced whole or not at all, unless it is none that can be, or stands in a folder where nothing else may be made. A
 * symbolic link stays one, and what it leads to is replaced.
 */
public record AtomicFile(Path path) {
    /** What is to stand in a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    public void write(String text) {
        write(out -> out.write(text));
    }

    /** Writes as the content comes; where it fails, the file stays as it was. */
    public void write(Content content) {
        try {
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (Files.exists(target) && (!Files.isRegularFile(target) || !Files.isWritable(target.getParent()))) {
                write(content, target); // Such as /dev/stdout.
                return;
            }
            Path draft = draft(target);
            try {
                write(content, draft);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new CommandException(path + " cannot be written: " + JournalException.reason(e) + ".", e);
        }
    }

    private static void write(Content content, Path file) throws IOException {
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
            content.writeTo(out);
        }
    }

    /** An empty file that allows what the one in its place does; a new one what the umask leaves of reading and writing. */
    private static Path draft(Path target) throws IOException {
        boolean isPosix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] usual = isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"))
                }
                : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".draft", usual);
        if (isPosix && Files.exists(target)) {
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
        }
        return draft;
    }
}
