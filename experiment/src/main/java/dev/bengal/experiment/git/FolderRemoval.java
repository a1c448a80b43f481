package dev.bengal.experiment.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Removes a folder with all that is in it: also what is in folders that nobody may write to. Links are removed, not followed. */
final class FolderRemoval extends SimpleFileVisitor<Path> {
    /** A process that the command left behind may still be writing. */
    private static final int TRIES = 3;

    private FolderRemoval() {}

    /** Removes it, and says why something is still there; empty where nothing is. */
    static Optional<String> of(Path folder) {
        String reason = "";
        for (int i = 0; i < TRIES; i++) {
            if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            try {
                Files.walkFileTree(folder, new FolderRemoval());
                return Optional.empty();
            } catch (IOException e) {
                reason = e.toString();
            }
        }
        return Optional.of(reason);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (!Files.isWritable(folder) || !Files.isExecutable(folder)) {
            folder.toFile().setReadable(true);
            folder.toFile().setWritable(true);
            folder.toFile().setExecutable(true);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.deleteIfExists(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException failure)
            throws IOException {
        Files.deleteIfExists(folder);
        return FileVisitResult.CONTINUE;
    }
}
