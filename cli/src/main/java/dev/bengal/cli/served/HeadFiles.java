package dev.bengal.cli.served;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a repository that say what is checked out. To look at them takes a fraction of a millisecond, where git takes a process. What
 * they do not tell, such as a repository that a variable names, nobody may rest on.
 */
public final class HeadFiles {
    private static final int LONGEST = 4096;
    private static final String GIT_FOLDER = "gitdir: ";
    private static final String BRANCH = "ref: ";

    private final Path folder;

    /** @param folder in the repository, or in none */
    HeadFiles(Path folder) {
        this.folder = folder;
    }

    /** Equal to an earlier one as long as the same commit is checked out, as far as files tell. */
    Object mark() {
        try {
            Path git = gitFolder();
            return git == null ? "no repository" : mark(git);
        } catch (InvalidPathException e) {
            return "no repository that could be read";
        }
    }

    private static List<String> mark(Path git) {
        String elsewhere = text(git.resolve("commondir"));
        Path shared = elsewhere.isEmpty() ? git : git.resolve(elsewhere).normalize();
        String head = text(git.resolve("HEAD"));
        // A branch's file has its commit; those that are packed, or kept in tables, lie together in one.
        String branch = head.startsWith(BRANCH) ? text(shared.resolve(head.substring(BRANCH.length()))) : "";
        return List.of(
                head,
                branch,
                stamp(shared.resolve("packed-refs")),
                stamp(shared.resolve("reftable/tables.list")),
                stamp(shared.resolve("shallow")));
    }

    private @Nullable Path gitFolder() {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.isDirectory(git)) {
                return git;
            }
            String text = text(git);
            if (text.startsWith(GIT_FOLDER)) {
                return at.resolve(text.substring(GIT_FOLDER.length())).normalize();
            }
        }
        return null;
    }

    /** What stands in a small file; nothing where there is none. */
    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
            return read.lastModifiedTime() + " " + read.size() + " " + read.fileKey();
        } catch (IOException e) {
            return "";
        }
    }
}
