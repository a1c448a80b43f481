package dev.bengal.site.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folders of the result, each looked at once in a build: none of them may be a link that leads out. Safe for use by
 * several threads.
 */
final class OwnFolders {
    private final Path top;
    private final Obstacles obstacles;
    /** Whether this build made it, so that nothing can lie in it yet but what this build puts there. */
    private final Map<Path, Boolean> known = new ConcurrentHashMap<>();

    OwnFolders(Path top, Obstacles obstacles) {
        this.top = top;
        this.obstacles = obstacles;
        known.put(top, false);
    }

    /**
     * Makes a folder and those around it, where there is none.
     *
     * @return whether this build made it
     * @throws IOException if it cannot be made, or is a link that leads out
     */
    boolean make(Path folder) throws IOException {
        Boolean already = known.get(folder);
        if (already != null) {
            return already;
        }
        boolean inNewOne = make(OutputFolder.parentOf(folder));
        boolean isNew = (inNewOne || !folder.toFile().isDirectory()) && create(folder);
        if (!isNew) {
            requireInside(folder);
        }
        Boolean meanwhile = known.putIfAbsent(folder, isNew);
        return meanwhile == null ? isNew : meanwhile;
    }

    private boolean create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            if (Files.isDirectory(folder)) {
                return false;
            }
            obstacles.makeFolder(folder);
            return true;
        }
    }

    private void requireInside(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder) && !folder.toRealPath().startsWith(top)) {
            throw new IOException(folder + " is a link that leads out of the output folder; remove it");
        }
    }
}
