package dev.bengal.cli.history;

import dev.bengal.journal.MetricsDirectory;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for a history in the folders below a root, for a user who built one of them and asks in the root. */
public final class NearbyHistory {
    private static final int DEPTH = 3;
    private static final int MOST_FOLDERS = 2000;
    private static final Set<String> LEFT_OUT = Set.of("node_modules", "target", "build");

    private NearbyHistory() {}

    /** The first folder, by name, that holds a history. */
    static Optional<Path> below(Path root) {
        Search search = new Search(root);
        try {
            Files.walkFileTree(root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, search);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(search.found);
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path root;
        private int folders;
        private @Nullable Path found;

        Search(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            String name = String.valueOf(folder.getFileName());
            if (name.startsWith(".") || LEFT_OUT.contains(name)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            boolean built = Files.exists(folder.resolve(MetricsDirectory.NAME).resolve("history.jsonl"));
            if (built && (found == null || folder.compareTo(found) < 0)) {
                found = folder;
            }
            return ++folders < MOST_FOLDERS ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
