package dev.bengal.site.incremental;

import dev.bengal.site.output.CacheFolder;
import dev.bengal.site.output.FileStamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a site in {@code .bengal-cache/}, one file for each output folder. A file that is missing, damaged, of another
 * version, another program or another folder is none at all, and never an error.
 */
public final class MemoryFile {
    /** To be raised with every change of what is noted, or of what it means. */
    private static final int VERSION = 5;

    private static final String NAME = "bengal memory";
    private static final int LONGEST_HEAD = 1 << 16;

    private final CacheFolder cache;
    private final Path file;
    private final byte[] head;

    /** The memory of the site in {@code root} about this output folder. */
    public MemoryFile(Path root, Path output) {
        this(root, output, ProgramMark.own());
    }

    MemoryFile(Path root, Path output, long program) {
        this.cache = new CacheFolder(root);
        this.file = cache.file("memory", output, ".bin");
        Packing packing = new Packing();
        packing.text(NAME);
        packing.count(VERSION);
        packing.number(program);
        packing.text(output.toString());
        this.head = packing.bytes();
    }

    /** Whether there is a memory that this program wrote about this folder; it may still turn out to be damaged. */
    public boolean isThere() {
        try (InputStream stream = Files.newInputStream(file)) {
            return head.length < LONGEST_HEAD && java.util.Arrays.equals(stream.readNBytes(head.length), head);
        } catch (IOException e) {
            return false;
        }
    }

    /** What the last build noted, or an empty memory. */
    public SiteMemory read() {
        if (!isThere()) {
            return SiteMemory.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length = bytes.length - head.length - Long.BYTES;
            if (length < 0) {
                return SiteMemory.empty();
            }
            CRC32 checksum = new CRC32();
            checksum.update(bytes, head.length, length);
            return checksum.getValue() == ByteBuffer.wrap(bytes).getLong(head.length + length)
                    ? memory(new Unpacking(bytes, head.length, length))
                    : SiteMemory.empty();
        } catch (IOException | Unreadable e) {
            return SiteMemory.empty();
        }
    }

    /**
     * Writes the memory, unless it is as it was; piece by piece, since that of thousands of pages, held in memory as a whole, would have
     * to be moved at the end of each build.
     */
    public void write(SiteMemory memory) throws IOException {
        if (memory.isUnchanged() && isThere()) {
            return;
        }
        cache.write(file, out -> {
            out.write(head);
            CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
            Packing packing = new Packing();
            packing.number(memory.arrangement());
            pack(memory.sources(), memory.knownSources(), MemoryFile::pack, packing, checked);
            pack(memory.documents(), memory.knownDocuments(), MemoryFile::pack, packing, checked);
            packing.moveTo(checked);
            packing.number(checked.getChecksum().getValue());
            packing.moveTo(out);
        });
    }

    /** What was taken over as it was is copied. */
    private static <T> void pack(
            Map<String, T> records,
            Map<String, Packed<T>> known,
            BiConsumer<T, Packing> format,
            Packing packing,
            OutputStream out)
            throws IOException {
        packing.count(records.size());
        for (Map.Entry<String, T> entry : records.entrySet()) {
            T record = entry.getValue();
            packing.text(entry.getKey());
            Packed<T> before = known.get(entry.getKey());
            packing.block(() -> {
                if (before != null && before.is(record)) {
                    before.copyTo(packing);
                } else {
                    format.accept(record, packing);
                }
            });
            packing.moveLargeTo(out);
        }
    }

    private static void pack(SourceRecord source, Packing packing) {
        stamp(source.stamp(), packing);
        packing.number(source.checksum());
        packing.number(source.header());
        packing.count(source.headerLine());
        packing.mapping(source.frontMatter());
        packing.texts(source.targets());
    }

    private static void pack(DocumentRecord document, Packing packing) {
        packing.number(document.surroundings());
        packing.number(document.text());
        packing.answers(document.answers());
        stamp(document.output(), packing);
        packing.text(document.excerpt());
        packing.texts(document.remarks());
    }

    private static void stamp(@Nullable FileStamp stamp, Packing packing) {
        packing.flag(stamp != null);
        if (stamp != null) {
            packing.number(stamp.size());
            packing.number(stamp.modifiedNanos());
            packing.number(stamp.key());
        }
    }

    private static SiteMemory memory(Unpacking packed) throws Unreadable {
        long arrangement = packed.number();
        Map<String, Packed<SourceRecord>> sources = records(packed, MemoryFile::source);
        // Beside the search for the files, which takes longer; the documents are unpacked by the threads that compare
        // them.
        sources.values().forEach(Packed::get);
        return new SiteMemory(arrangement, sources, records(packed, MemoryFile::document));
    }

    private static <T> Map<String, Packed<T>> records(Unpacking packed, Packed.Format<T> format) throws Unreadable {
        int count = packed.count();
        Map<String, Packed<T>> records = new HashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            records.put(packed.text(), packed.block(format));
        }
        return records;
    }

    private static SourceRecord source(Unpacking packed) throws Unreadable {
        FileStamp stamp = packed.flag() ? stamp(packed) : null;
        return new SourceRecord(
                stamp, packed.number(), packed.number(), packed.count(), packed.mapping(), packed.texts());
    }

    private static DocumentRecord document(Unpacking packed) throws Unreadable {
        long surroundings = packed.number();
        long text = packed.number();
        Map<String, Long> answers = packed.answers();
        if (!packed.flag()) {
            throw new Unreadable();
        }
        return new DocumentRecord(surroundings, text, answers, stamp(packed), packed.text(), packed.texts());
    }

    private static FileStamp stamp(Unpacking packed) throws Unreadable {
        return new FileStamp(packed.number(), packed.number(), packed.number());
    }

    /** The file is not what was written. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable() {
            super("not a memory", null, false, false);
        }
    }
}
