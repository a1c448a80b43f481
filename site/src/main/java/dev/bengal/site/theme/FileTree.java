package dev.bengal.site.theme;

import dev.bengal.site.RelativeName;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The files below a folder, and below what symbolic links in it lead to. */
public final class FileTree {
    private FileTree() {}

    /** Relative, with {@code /}, sorted; none where there is no folder. A link to a folder around it is passed over. */
    public static List<String> of(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Walk(folder, names));
        }
        names.sort(null);
        return names;
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<String> names;

        Walk(Path folder, List<String> names) {
            this.folder = folder;
            this.names = names;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                names.add(RelativeName.of(folder, file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
            }
            throw new IOException(failure.toString(), failure); // Its message alone is no more than the path.
        }
    }
}
