package dev.bengal.site.output;

import dev.bengal.site.RelativeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What earlier builds left where this one needs a folder for a file, or a file for a folder: {@code download} became
 * {@code download/index.html}, say. It is removed where this build has no use for it. Safe for use by several threads.
 */
final class Obstacles {
    private final Path top;
    private final OutputManifest manifest;
    private final Set<String> claimed;
    private @Nullable Set<String> earlier;

    /** @param claimed what this build makes, which grows meanwhile */
    Obstacles(Path top, OutputManifest manifest, Set<String> claimed) {
        this.top = top;
        this.manifest = manifest;
        this.claimed = claimed;
    }

    /**
     * Makes a folder where something else is.
     *
     * @throws IOException if that has to stay
     */
    synchronized void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            remove(folder, "folder");
            Files.createDirectory(folder);
        }
    }

    /**
     * Removes the folder that is where a file is to be.
     *
     * @throws IOException if something in it has to stay; then all of it does
     */
    synchronized void makeRoomForFile(Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            remove(file, "file");
        }
    }

    private void remove(Path obstacle, String needed) throws IOException {
        List<Path> all = insideOut(obstacle);
        for (Path path : all) {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !isStale(path)) {
                throw new IOException(obstacle + " is in the way: a " + needed + " must be there; remove it");
            }
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    private boolean isStale(Path file) throws IOException {
        if (earlier == null) {
            earlier = manifest.earlier();
        }
        String name = RelativeName.of(top, file);
        return earlier.contains(name) && !claimed.contains(name);
    }

    private static List<Path> insideOut(Path obstacle) throws IOException {
        try (Stream<Path> walk = Files.walk(obstacle)) {
            return walk.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }
}
