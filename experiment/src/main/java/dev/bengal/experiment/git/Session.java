package dev.bengal.experiment.git;

import dev.bengal.experiment.ExperimentException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder for the worktrees of one process, and beside it a file that the process holds a lock on. The system lets go of the
 * lock however the process ends, so a folder without a holder is a leftover.
 */
final class Session implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{16}");
    private static final String LOCK = ".lock";

    private final Path folder;
    private final FileChannel channel;

    private Session(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes a new one below {@code base}. The lock comes first, so that nobody takes the folder for a leftover. */
    static Session begin(Path base) {
        byte[] random = new byte[8];
        new java.security.SecureRandom().nextBytes(random);
        Path folder = base.resolve(HexFormat.of().formatHex(random));
        try {
            Files.createDirectories(base);
            FileChannel channel = FileChannel.open(lockOf(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new Session(Files.createDirectory(folder).toRealPath(), channel);
        } catch (IOException e) {
            throw new ExperimentException("no folder for worktrees can be made in " + base + ": " + e
                    + ". XDG_CACHE_HOME names another place for it.");
        }
    }

    /** The sessions below {@code base} that nobody holds any more. */
    static List<Session> leftovers(Path base) {
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(base.toRealPath())) {
            return entries.filter(Session::isSession)
                    .flatMap(folder -> orphaned(folder).stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isSession(Path folder) {
        return NAME.matcher(folder.getFileName().toString()).matches()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<Session> orphaned(Path folder) {
        try {
            FileChannel channel = FileChannel.open(lockOf(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new Session(folder, channel));
                }
            } catch (OverlappingFileLockException e) {
                // Another thread of this process is at work there.
            }
            channel.close();
        } catch (IOException e) {
            // Not ours to remove, then.
        }
        return Optional.empty();
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    /** Whether a path has the shape of a worktree of some session below {@code base}. */
    static boolean isBelow(Path base, Path worktree) {
        Path root = base.toAbsolutePath().normalize();
        Path real = root;
        try {
            real = base.toRealPath();
        } catch (IOException e) {
            // It is gone, and its worktrees with it.
        }
        return Stream.of(root, real)
                .anyMatch(start -> worktree.startsWith(start)
                        && worktree.getNameCount() == start.getNameCount() + 3
                        && NAME.matcher(worktree.getName(start.getNameCount()).toString())
                                .matches());
    }

    Path folder() {
        return folder;
    }

    /** Removes the folder, and says why something is still there; empty where nothing is. */
    Optional<String> remove() {
        return FolderRemoval.of(folder);
    }

    /** Lets go of the folder; where it is gone, its lock goes too. */
    @Override
    public void close() {
        try {
            if (Files.notExists(folder)) {
                Files.deleteIfExists(lockOf(folder));
            }
            channel.close();
        } catch (IOException e) {
            // The lock goes with the process.
        }
    }
}
