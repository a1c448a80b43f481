package dev.bengal.site.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder {@code .bengal-cache/} of a site, for what one build leaves for the next; it may be deleted at any time. A file in
 * it appears whole, by renaming, or not at all.
 */
public final class CacheFolder {
    private final Path folder;

    /** That of the site in {@code root}; it need not be there. */
    public CacheFolder(Path root) {
        this.folder = root.resolve(".bengal-cache");
    }

    /** Where something about one output folder lies. */
    public Path file(String name, Path outputFolder, String ending) {
        return folder.resolve(name + "-" + ContentHash.of(outputFolder.toString()) + ending);
    }

    /**
     * Writes a file.
     *
     * @throws IOException if it cannot be written, or the folder is a link
     */
    public void write(Path file, Content content) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new IOException(folder + " is a link, and Bengal writes through none; remove it");
        }
        Files.createDirectories(folder);
        Path ignore = folder.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            replace(ignore, out -> out.write("*\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        replace(file, content);
    }

    private void replace(Path file, Content content) throws IOException {
        Path draft = Files.createTempFile(folder, "new-", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                content.writeTo(out);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** What a file shall hold. */
    @FunctionalInterface
    public interface Content {
        /** Writes it; the stream has no buffer of its own. */
        void writeTo(OutputStream out) throws IOException;
    }
}
