package dev.bengal.benchmarks.sites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that is in it. */
record Tree(Path folder) {
    /** Deletes it, where it is there. */
    void delete() throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path file : all()) {
                Files.delete(file);
            }
        }
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
