package dev.bengal.cli.maven;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file as it was before somebody changes it, so that it can be put back: its bytes, or that there was none, nor a folder for it. */
final class FormerFile {
    private final Path file;
    private final byte @Nullable [] content;
    private final List<Path> missingFolders;

    private FormerFile(Path file, byte @Nullable [] content, List<Path> missingFolders) {
        this.file = file;
        this.content = content;
        this.missingFolders = missingFolders;
    }

    /** @throws IOException where it cannot be read, or something else stands in its place, such as a folder */
    static FormerFile of(Path file) throws IOException {
        boolean exists = Files.exists(file);
        if (exists && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is not a file that can be written");
        }
        return new FormerFile(file, exists ? Files.readAllBytes(file) : null, missingFolders(file));
    }

    /** The innermost first. */
    private static List<Path> missingFolders(Path file) {
        List<Path> missing = new ArrayList<>();
        for (Path folder = file.toAbsolutePath().getParent();
                folder != null && !Files.exists(folder);
                folder = folder.getParent()) {
            missing.add(folder);
        }
        return missing;
    }

    /** Puts it back; what is as it was is not touched. A folder that somebody else put something into stays. */
    void restore() throws IOException {
        if (content == null) {
            if (Files.exists(file)) {
                // A symbolic link that led nowhere stays one.
                Files.delete(file.toRealPath());
            }
        } else if (!Files.exists(file) || !Arrays.equals(content, Files.readAllBytes(file))) {
            Files.write(file, content);
        }
        for (Path folder : missingFolders) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }
}
