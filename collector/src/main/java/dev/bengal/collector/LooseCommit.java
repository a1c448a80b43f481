package dev.bengal.collector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A commit that git keeps in a file of its own, as it does for days or weeks after it was made; reading it spares a process.
 * Its name is made of its content, so that a file with the name is that commit, in whichever repository it lies.
 */
final class LooseCommit {
    /** A message of any length that somebody wrote, and all parents of the largest merge. */
    private static final int LONGEST = 1 << 20;

    private static final String KIND = "commit ";
    private static final int FOLDER = 2;

    private LooseCommit() {}

    /**
     * The text of a commit, as {@code git cat-file commit} gives it; empty where it lies elsewhere: in a pack, in the repository
     * of another work tree, in one that a variable names.
     *
     * @param folder in the work tree
     * @param hash as git told it
     */
    static Optional<String> read(Path folder, String hash) {
        Path git = repository(folder.toAbsolutePath().normalize());
        if (git == null || hash.length() <= FOLDER) {
            return Optional.empty();
        }
        Path file = git.resolve("objects").resolve(hash.substring(0, FOLDER)).resolve(hash.substring(FOLDER));
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream inflated = new InflaterInputStream(Files.newInputStream(file))) {
            return text(inflated.readNBytes(LONGEST));
        } catch (IOException e) {
            // Git itself will say what is wrong with it.
            return Optional.empty();
        }
    }

    /** Behind its kind, its length and a zero. */
    private static Optional<String> text(byte[] object) {
        String text = new String(object, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return text.startsWith(KIND) && end > 0 && object.length < LONGEST
                ? Optional.of(text.substring(end + 1))
                : Optional.empty();
    }

    private static @Nullable Path repository(Path folder) {
        for (Path up = folder; up != null; up = up.getParent()) {
            Path git = up.resolve(".git");
            if (Files.exists(git)) {
                return Files.isDirectory(git) ? git : null;
            }
        }
        return null;
    }
}
