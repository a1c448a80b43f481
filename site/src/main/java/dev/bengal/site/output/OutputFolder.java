package dev.bengal.site.output;

import dev.bengal.site.SiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder that holds the result. Nothing is written outside it, not even through a link that lies in it; a file that
 * already has the right bytes is left alone, and the first to write a file in a build keeps it.
 *
 * <p>Files are written in place: a build that is killed leaves at most one half a file, which the next build finds different
 * and writes again. A rename for each of thousands of pages would cost more than that saves.
 */
public final class OutputFolder {
    private final Path folder;
    private final Set<Path> checked = new HashSet<>();
    private final Set<String> files = new TreeSet<>();

    /** Makes the folder where there is none. */
    public OutputFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            this.folder = folder.toRealPath();
        } catch (IOException e) {
            throw new SiteException(
                    "The output folder " + folder + " cannot be made (" + e + "); name another one.", e);
        }
    }

    /** Where it lies, without links. */
    public Path folder() {
        return folder;
    }

    /** What this build has written or found right, relative, with {@code /}. */
    public Set<String> files() {
        return Set.copyOf(files);
    }

    /** Whether this build has that file already. */
    public boolean has(String file) {
        return files.contains(file);
    }

    /**
     * Puts a file there.
     *
     * @param file relative to the folder, with {@code /}
     * @return whether it is there now; not where this build had put another in its place
     * @throws IOException if it cannot be written, or would lie outside
     */
    public boolean write(String file, byte[] bytes) throws IOException {
        if (files.contains(file)) {
            return false;
        }
        Path target = resolve(file);
        if (!isSame(target, bytes)) {
            checkParent(target);
            replaceLink(target);
            Files.write(target, bytes);
        }
        files.add(file);
        return true;
    }

    /** Puts a copy of a file there, under the rules of {@link #write}. */
    public boolean copy(Path source, String file) throws IOException {
        return write(file, Files.readAllBytes(source));
    }

    /** Deletes a file of an earlier build, and the folders that it leaves empty. */
    void delete(String file) throws IOException {
        Path target = resolve(file);
        Path parent = parentOf(target);
        if (!Files.exists(parent) || !parent.toRealPath().startsWith(folder) || Files.isDirectory(target)) {
            return;
        }
        Files.deleteIfExists(target);
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
            return target;
        } catch (InvalidPathException e) {
            throw new IOException(
                    "the name cannot be written on this machine (" + e.getReason()
                            + "); a locale with UTF-8, such as LANG=C.UTF-8, may help",
                    e);
        }
    }

    private void checkParent(Path target) throws IOException {
        Path parent = parentOf(target);
        if (checked.contains(parent)) {
            return;
        }
        Path existing = parent;
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = parentOf(existing);
        }
        if (!existing.toRealPath().startsWith(folder)) {
            throw new IOException(existing + " is a link that leads out of the output folder; remove it");
        }
        Files.createDirectories(parent);
        checked.add(parent);
    }

    private static boolean isSame(Path target, byte[] bytes) throws IOException {
        try {
            return !Files.isSymbolicLink(target)
                    && Files.size(target) == bytes.length
                    && Arrays.equals(Files.readAllBytes(target), bytes);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void replaceLink(Path target) throws IOException {
        if (Files.isSymbolicLink(target)) {
            Files.delete(target);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " has no parent");
        }
        return parent;
    }
}
