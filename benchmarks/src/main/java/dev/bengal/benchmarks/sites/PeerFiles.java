package dev.bengal.benchmarks.sites;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Files that another generator needs, from the resources of the benchmarks.
 *
 * @param folder of the resources, with a slash at the end
 */
record PeerFiles(String folder) {
    private static final String ASSETS = "/dev/bengal/site/theme/assets/";

    /** Copies files into a site, each to the same path. */
    void copy(List<String> files, Path site) throws IOException {
        for (String file : files) {
            copy(folder + file, site.resolve(file));
        }
    }

    /** Copies Bengal's style sheet and script, which all have. */
    static void copyAssets(Path folder) throws IOException {
        for (String asset : List.of("bengal.css", "bengal.js")) {
            copy(ASSETS + asset, folder.resolve(asset));
        }
    }

    /** Copies a text with a word in it replaced. */
    void copy(String file, Path site, String word, String by) throws IOException {
        String text = new String(bytes(folder + file), StandardCharsets.UTF_8);
        Files.createDirectories(site);
        Files.writeString(site.resolve(file), text.replace(word, by));
    }

    private static void copy(String resource, Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes(resource));
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream stream = PeerFiles.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing from the benchmarks");
            }
            return stream.readAllBytes();
        }
    }
}
