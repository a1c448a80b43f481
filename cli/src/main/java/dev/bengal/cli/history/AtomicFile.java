package dev.bengal.cli.history;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.journal.JournalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file that is replaced whole or not at all. A symbolic link stays one, and what it leads to is replaced. */
public record AtomicFile(Path path) {
    public void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    public void write(byte[] bytes) {
        try {
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                Files.write(target, bytes); // Such as /dev/stdout.
                return;
            }
            Path draft = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".draft");
            try {
                Files.write(draft, bytes);
                permit(target, draft);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new CommandException(path + " cannot be written: " + JournalException.reason(e) + ".", e);
        }
    }

    /** What the file allowed, or what a new one usually does. */
    private static void permit(Path target, Path draft) throws IOException {
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> permissions = Files.exists(target)
                    ? Files.getPosixFilePermissions(target)
                    : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--");
            Files.setPosixFilePermissions(draft, permissions);
        }
    }
}
