package dev.bengal.site.content;

import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.incremental.SiteMemory;
import dev.bengal.site.incremental.SourceRecord;
import dev.bengal.site.output.FileStamp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The front matter of content files. One that lies as the build before found it is not read, and of one that has the same
 * bytes the front matter is not parsed. Safe for use by several threads.
 */
final class Sources {
    private final Path folder;
    private final Map<String, FileStamp> stamps;
    private final SiteMemory memory;
    private final long nowNanos;

    /**
     * The files of a content folder.
     *
     * @param stamps from before any of them is read
     * @param nowNanos since 1970, when the stamps were taken
     */
    Sources(Path folder, Map<String, FileStamp> stamps, SiteMemory memory, long nowNanos) {
        this.folder = folder;
        this.stamps = stamps;
        this.memory = memory;
        this.nowNanos = nowNanos;
    }

    /** The file relative to the folder. What is answered is noted for the next build, too. */
    SourceRecord read(String source) throws PageException {
        FileStamp stamp = Objects.requireNonNull(stamps.get(source), source);
        Optional<SourceRecord> known = memory.source(source);
        if (known.isPresent() && known.get().isOf(stamp)) {
            memory.keep(source, known.get());
            return known.get();
        }
        SourceRecord record = read(source, stamp, known);
        memory.note(source, record);
        return record;
    }

    private SourceRecord read(String source, FileStamp stamp, Optional<SourceRecord> known) throws PageException {
        SourceText text = SourceText.read(folder.resolve(source));
        FileStamp lasting = stamp.isSettledAt(nowNanos) ? stamp : null;
        if (known.isPresent() && known.get().checksum() == text.checksum()) {
            return known.get().at(lasting);
        }
        List<String> targets = TargetNames.in(text.body());
        Checksum header = new Checksum().add(text.header());
        targets.forEach(header::add);
        return new SourceRecord(lasting, text.checksum(), header.value(), text.headerLine(), text.mapping(), targets);
    }
}
