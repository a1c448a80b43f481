package dev.bengal.site.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The folder {@code .bengal-new} in the output, where files are written before they are renamed into their places. What a
 * build that was killed left there, the next one removes.
 */
final class Workbench implements AutoCloseable {
    static final String NAME = ".bengal-new";

    private final Path folder;
    private final long process = ProcessHandle.current().pid();
    private final AtomicLong number = new AtomicLong();
    private volatile boolean made;

    Workbench(Path output) throws IOException {
        folder = output.resolve(NAME);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            clear();
        }
    }

    Path folder() {
        return folder;
    }

    /** Writes a file and puts it in its place, whatever was there: an old file, or a link, which is not followed. */
    void write(Path target, Contents contents) throws IOException {
        make();
        Path draft = folder.resolve(process + "-" + number.incrementAndGet());
        try {
            try (FileChannel channel =
                    FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                contents.writeTo(channel);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    private void make() throws IOException {
        if (!made) {
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException(folder + " is in the way: a folder must be there; remove it", e);
                }
            }
            made = true;
        }
    }

    /** Removes what no running process wrote, and anything that has the name and is no folder. */
    private void clear() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(folder);
            return;
        }
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder)) {
            for (Path draft : drafts) {
                if (isAbandoned(draft)) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    private boolean isAbandoned(Path draft) {
        String owner = String.valueOf(draft.getFileName()).replaceFirst("-.*", "");
        if (!owner.matches("\\d{1,18}")) {
            return false;
        }
        long pid = Long.parseLong(owner);
        return pid == process || ProcessHandle.of(pid).isEmpty();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Another build writes into the same folder.
        } catch (IOException e) {
            // An empty folder too many; the next build tries again.
        }
    }
}
