package dev.bengal.site.incremental;

import dev.bengal.site.output.FileStamp;
import dev.bengal.site.yaml.YamlMapping;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A content file as a build read it.
 *
 * @param stamp when it was read; null where it had changed so shortly before that the next change might not show
 * @param checksum of its bytes
 * @param header the checksum of what other pages may show of it: its front matter and its targets
 * @param headerLine lines of the file before its front matter
 * @param targets the places of its text that links elsewhere may name
 */
public record SourceRecord(
        @Nullable FileStamp stamp,
        long checksum,
        long header,
        int headerLine,
        YamlMapping frontMatter,
        List<String> targets) {
    public SourceRecord {
        Objects.requireNonNull(frontMatter, "frontMatter");
        targets = List.copyOf(targets);
    }

    /** Whether a file with this stamp needs not be read. */
    public boolean isOf(FileStamp now) {
        return now.equals(stamp);
    }

    /** The same content under another stamp. */
    public SourceRecord at(@Nullable FileStamp now) {
        return stamp == null && now == null
                ? this
                : new SourceRecord(now, checksum, header, headerLine, frontMatter, targets);
    }
}
