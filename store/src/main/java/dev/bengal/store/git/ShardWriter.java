package dev.bengal.store.git;

import dev.bengal.journal.Journal;
import dev.bengal.model.BuildId;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.HistoryLine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Changes the journals of a branch, as files here: takes pruned builds out, and puts lines at the end of the parts that are not full yet. */
final class ShardWriter implements AutoCloseable {
    /** What one part holds before another is begun, in bytes: 4 MiB. */
    static final long FULL = 1 << 22;

    private final BuildRecordReader reader = new BuildRecordReader("any");
    private final SortedMap<ShardName, Path> journals;
    private final Path scratch;
    private final long full;
    private final SortedMap<ShardName, Path> changed = new TreeMap<>();
    private final Map<String, OpenShard> open = new HashMap<>();

    ShardWriter(SortedMap<ShardName, Path> journals, Path scratch, long full) {
        this.journals = new TreeMap<>(journals);
        this.scratch = scratch;
        this.full = full;
    }

    /** A part that is written to. */
    private static final class OpenShard {
        private final OutputStream out;
        private long size;

        OpenShard(Path file) throws IOException {
            this.size = Files.exists(file) ? Files.size(file) : 0;
            boolean isTorn = size > 0 && !endsWithNewline(file, size);
            this.out = new BufferedOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            if (isTorn) {
                write("");
            }
        }

        private static boolean endsWithNewline(Path file, long size) {
            byte[] last = new Journal(file)
                    .read(List.of(new Journal.Stretch(size - 1, 1)))
                    .get(0);
            return last.length == 1 && last[0] == '\n';
        }

        void write(String line) throws IOException {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            out.write(bytes);
            size += bytes.length;
        }
    }

    /** Takes builds out of the parts that hold them. */
    void remove(Set<BuildId> builds, Map<BuildId, ShardName> homes) throws IOException {
        Set<ShardName> names = new TreeSet<>();
        builds.forEach(build -> names.add(homes.get(build)));
        for (ShardName name : names) {
            Path file = journals.get(name);
            if (file != null) {
                remove(builds, name, file);
            }
        }
    }

    private void remove(Set<BuildId> builds, ShardName name, Path file) throws IOException {
        Path draft = scratch.resolve("draft");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
            new Journal(file).walk((number, offset, line, whole) -> {
                boolean isGone = reader.read(line) instanceof HistoryLine.Build build
                        && builds.contains(build.record().build().identity().id());
                if (!isGone) {
                    write(out, line);
                }
            });
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        changed.put(name, file);
    }

    private static void write(OutputStream out, byte[] line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a line at the end of the last part of its subject, or of a new one. */
    void add(String subject, String line) throws IOException {
        OpenShard shard = open.get(subject);
        if (shard == null || shard.size >= full) {
            shard = open(subject);
        }
        shard.write(line);
    }

    private OpenShard open(String subject) throws IOException {
        OpenShard before = open.get(subject);
        if (before != null) {
            before.out.close();
        }
        SortedMap<ShardName, Path> parts =
                journals.subMap(new ShardName(subject, 0), new ShardName(subject, Integer.MAX_VALUE));
        ShardName name = parts.isEmpty() ? new ShardName(subject, 1) : parts.lastKey();
        if (!parts.isEmpty() && Files.size(parts.get(name)) >= full) {
            name = name.next();
        }
        Path file = journals.computeIfAbsent(name, fresh -> scratch.resolve(fresh.file()));
        changed.put(name, file);
        OpenShard shard = new OpenShard(file);
        open.put(subject, shard);
        return shard;
    }

    /** The parts that are not what they were; only after {@link #flush}. */
    Map<ShardName, Path> changed() {
        return changed;
    }

    /** Brings all that was added into the files. */
    void flush() throws IOException {
        for (OpenShard shard : open.values()) {
            shard.out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        for (OpenShard shard : open.values()) {
            shard.out.close();
        }
    }
}
