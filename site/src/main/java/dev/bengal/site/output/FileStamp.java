package dev.bengal.site.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What tells without reading that a file is as it was: its length, the time of its last change, and which file it is, as far
 * as the system says so.
 *
 * @param size in bytes
 * @param modifiedNanos since 1970
 * @param key a number made of the inode and the device, or 0 where there are none; where it differs from run to run, no file is
 *     ever taken for unchanged
 */
public record FileStamp(long size, long modifiedNanos, long key) {
    /** File systems store times in steps of up to two seconds. */
    private static final long COARSEST_NANOS = TimeUnit.SECONDS.toNanos(2);

    // Written out for the reason given at Page.addTo, like the next.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileStamp stamp
                && size == stamp.size
                && modifiedNanos == stamp.modifiedNanos
                && key == stamp.key;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size * 31 + modifiedNanos);
    }

    /** The stamp of a file with these attributes. */
    public static FileStamp of(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return new FileStamp(
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                key == null ? 0 : key.hashCode());
    }

    /** The stamp of a regular file at this place that is no link, or empty. */
    public static Optional<FileStamp> at(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? Optional.of(of(attributes)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a change after this moment would surely show in the time of the file. One that was changed just before may be
     * changed again and keep its time.
     */
    public boolean isSettledAt(long nowNanos) {
        return modifiedNanos < nowNanos - COARSEST_NANOS;
    }
}
