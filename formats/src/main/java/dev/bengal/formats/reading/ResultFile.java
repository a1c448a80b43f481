package dev.bengal.formats.reading;

import dev.bengal.formats.FormatsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file with results, all of it in memory. */
public final class ResultFile {
    /** A larger one is refused. */
    public static final int LARGEST = 128 << 20;

    private final String name;
    private final byte[] content;
    private final @Nullable Path path;

    private ResultFile(String name, byte[] content, @Nullable Path path) {
        this.name = name;
        this.content = content;
        this.path = path;
    }

    /** A file on disk. */
    public static ResultFile of(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return new ResultFile(path.toString(), read(path.toString(), in), path);
        } catch (IOException e) {
            throw new FormatsException(path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** What a stream holds, up to its end. */
    public static ResultFile of(String name, InputStream in) {
        try {
            return new ResultFile(name, read(name, in), null);
        } catch (IOException e) {
            throw new FormatsException(name + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** These bytes. */
    public static ResultFile of(String name, byte[] content) {
        return new ResultFile(name, content.clone(), null);
    }

    private static byte[] read(String name, InputStream in) throws IOException {
        byte[] content = in.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new FormatsException(name + " is larger than " + (LARGEST >> 20)
                    + " MB, which no report of a benchmark should be; nothing of it was taken.");
        }
        return content;
    }

    /** As its user calls it. */
    public String name() {
        return name;
    }

    byte[] content() {
        return content;
    }

    /** Where it lies, or empty for a stream. */
    Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /** A file in the same folder, or empty where there is none. */
    Optional<ResultFile> sibling(String other) {
        if (path == null) {
            return Optional.empty();
        }
        Path beside = path.resolveSibling(other);
        try (InputStream in = Files.newInputStream(beside)) {
            return Optional.of(new ResultFile(beside.toString(), read(beside.toString(), in), beside));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FormatsException(beside + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
