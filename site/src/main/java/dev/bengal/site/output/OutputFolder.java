package dev.bengal.site.output;

import dev.bengal.site.SiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The folder that holds the result. Nothing is written outside it, not even through a link that lies in it; a file that
 * already has the right bytes is left alone, and the first to claim a file in a build keeps it. Safe for use by several
 * threads.
 *
 * <p>A file is written beside the result and then renamed into its place: whoever looks, and whatever ends the build, a file
 * is the old one or the new one, never a half.
 */
public final class OutputFolder implements AutoCloseable {
    private final Path folder;
    private final OutputManifest manifest;
    private final Obstacles obstacles;
    private final OwnFolders folders;
    private final Workbench workbench;
    private final Set<String> files = ConcurrentHashMap.newKeySet();
    private final LongAdder changed = new LongAdder();

    /** The output folder of the site in {@code root}; made where there is none. */
    public OutputFolder(Path root, Path folder) {
        try {
            Files.createDirectories(folder);
            this.folder = folder.toRealPath();
            this.manifest = new OutputManifest(root, this.folder);
            this.obstacles = new Obstacles(this.folder, manifest, files);
            this.folders = new OwnFolders(this.folder, obstacles);
            this.workbench = new Workbench(this.folder);
        } catch (IOException e) {
            throw new SiteException(
                    "The output folder " + folder + " cannot be made (" + e + "); name another one.", e);
        }
    }

    /** Where it lies, without links. */
    public Path folder() {
        return folder;
    }

    /** What this build has claimed, relative, with {@code /}. */
    public Set<String> files() {
        return Collections.unmodifiableSet(files);
    }

    /** How many files were written or deleted; those that had the right bytes already do not count. */
    public long changed() {
        return changed.sum();
    }

    /** Whether this build has that file already. */
    public boolean has(String file) {
        return files.contains(file);
    }

    /** Takes the place of a file for whoever asks first; that one may {@link #put} it. */
    public boolean claim(String file) {
        return files.add(file);
    }

    /** Gives a claimed place back, since the file could not be made. */
    public void release(String file) {
        files.remove(file);
    }

    /**
     * Claims a place and puts a file there.
     *
     * @param file relative to the folder, with {@code /}
     * @return whether it is there now; not where this build had put another in its place
     * @throws IOException if it cannot be written, or would lie outside
     */
    public boolean write(String file, Contents contents) throws IOException {
        if (!claim(file)) {
            return false;
        }
        try {
            put(file, contents);
            return true;
        } catch (IOException e) {
            release(file);
            throw e;
        }
    }

    /**
     * Puts a file in a place that was claimed.
     *
     * @throws IOException if it cannot be written, or would lie outside
     */
    public void put(String file, Contents contents) throws IOException {
        Path target = resolve(file);
        boolean isNew = folders.make(parentOf(target));
        if (isNew || !isSame(target, contents)) {
            replace(target, contents);
            changed.increment();
        }
    }

    private void replace(Path target, Contents contents) throws IOException {
        try {
            workbench.write(target, contents);
        } catch (IOException e) {
            if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
            obstacles.makeRoomForFile(target);
            workbench.write(target, contents);
        }
    }

    /** The stamp of a file of the result, or empty where there is none or a link. */
    public Optional<FileStamp> stamp(String file) {
        try {
            return FileStamp.at(resolve(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Deletes what an earlier build wrote and this one did not, then remembers this build's files.
     *
     * @param complete whether this build made all it should; if not, nothing is deleted, for what failed may be right again
     *     after the next build
     * @return how many files were deleted
     * @throws IOException if one of them cannot be, or nothing can be remembered
     */
    public int settle(boolean complete) throws IOException {
        return manifest.settle(this, complete);
    }

    /** Deletes a file of an earlier build, and the folders that it leaves empty. */
    void delete(String file) throws IOException {
        Path target = resolve(file);
        Path parent = parentOf(target);
        if (!Files.isDirectory(parent) || !parent.toRealPath().startsWith(folder) || Files.isDirectory(target)) {
            return;
        }
        if (Files.deleteIfExists(target)) {
            changed.increment();
        }
        while (!parent.equals(folder) && isEmpty(parent)) {
            Files.delete(parent);
            parent = parentOf(parent);
        }
    }

    private Path resolve(String file) throws IOException {
        try {
            Path target = folder.resolve(file).normalize();
            if (!target.startsWith(folder) || target.equals(folder)) {
                throw new IOException(file + " would lie outside " + folder);
            }
            if (target.startsWith(workbench.folder())) {
                throw new IOException(file + " would lie where Bengal writes its files first; give it another name");
            }
            return target;
        } catch (InvalidPathException e) {
            throw new IOException(
                    "the name cannot be written on this machine (" + e.getReason()
                            + "); a locale with UTF-8, such as LANG=C.UTF-8, may help",
                    e);
        }
    }

    /** The length first, by a call that makes no exception of a missing file: most have changed, or are not there. */
    private static boolean isSame(Path target, Contents contents) throws IOException {
        java.io.File file = target.toFile();
        return file.length() == contents.length()
                && file.isFile()
                && !Files.isSymbolicLink(target)
                && contents.isIn(target);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    static Path parentOf(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " has no parent");
        }
        return parent;
    }

    /** Clears away what writing needed. */
    @Override
    public void close() {
        workbench.close();
    }
}
