package dev.bengal.collector;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The collections of this JVM as it writes them down itself, where whoever started it asked for that with
 * {@code -Xlog:gc+heap:file=FILE:none} and named the file in {@value #PROPERTY}. A collection costs the build two lines then; a
 * {@link JvmHeapProbe} has two threads woken and the JVM asked for each. And none is missed, however soon it follows another.
 *
 * <p>Only the serial collector's lines are understood. They tell what was in use in kibibytes, rounded down for the young and
 * the old, so that a size is up to 2 KiB too small. A collection of the young that turns into one of the whole heap is told once.
 */
public final class CollectionLog implements HeapProbe {
    /** The name of the file, for {@link #claim()}. */
    public static final String PROPERTY = "bengal.collections";

    private static final List<String> COLLECTORS = List.of("Copy", "MarkSweepCompact");
    private static final String YOUNG = " DefNew: ";
    private static final String OLD = " Tenured: ";
    private static final int CHUNK_BYTES = 8192;

    private static @Nullable InputStream claimed;

    private final InputStream file;
    private final List<? extends GarbageCollectorMXBean> collectors;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    /** Of a line whose end is not written yet. */
    private final StringBuilder begun = new StringBuilder();
    /** Of a collection of which the old is not told yet. */
    private @Nullable Sizes young;

    private final List<Sizes> collections = new ArrayList<>();

    private CollectionLog(InputStream file, List<? extends GarbageCollectorMXBean> collectors) {
        this.file = file;
        this.collectors = collectors;
    }

    /**
     * Takes the log of this JVM for whatever measures here: from now on the file has no name, so that nothing is left of it, however the
     * JVM ends. Call it as early as can be; without a log nothing happens.
     */
    public static synchronized void claim() {
        String name = System.getProperty(PROPERTY);
        if (claimed == null && name != null) {
            claimed = claim(new File(name));
        }
    }

    private static @Nullable InputStream claim(File file) {
        try {
            InputStream opened = new FileInputStream(file);
            if (file.delete()) {
                return opened;
            }
            opened.close();
        } catch (IOException e) {
            // There is another way to learn of collections.
        }
        return null;
    }

    /** The log of this JVM, for who asks first; empty where it writes none that is understood here. */
    static synchronized Optional<HeapProbe> ofThisJvm() {
        claim();
        InputStream log = claimed;
        claimed = null;
        return log == null ? Optional.empty() : of(log, JvmHeapProbe.collectors());
    }

    static Optional<HeapProbe> of(InputStream log, List<? extends GarbageCollectorMXBean> collectors) {
        return names(collectors).equals(COLLECTORS)
                ? Optional.of(new CollectionLog(log, collectors))
                : Optional.empty();
    }

    private static List<String> names(List<? extends GarbageCollectorMXBean> collectors) {
        List<String> names = new ArrayList<>();
        for (GarbageCollectorMXBean collector : collectors) {
            names.add(collector.getName());
        }
        return names;
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public synchronized HeapMark mark() {
        List<Long> done;
        do {
            done = done();
            read();
        } while (!done.equals(done())); // One that ran meanwhile may have been read or not.
        done.add((long) collections.size());
        long millis = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            millis += Math.max(0, collector.getCollectionTime());
        }
        return new HeapMark(done, millis, JvmHeapProbe.usedBytes());
    }

    /** How many collections each collector has done. */
    private List<Long> done() {
        List<Long> done = new ArrayList<>();
        for (GarbageCollectorMXBean collector : collectors) {
            done.add(Math.max(0, collector.getCollectionCount()));
        }
        return done;
    }

    @Override
    public synchronized HeapReading between(HeapMark start, HeapMark end) {
        long ofTheYoung = end.collections().get(0) - start.collections().get(0);
        long ofAll = end.collections().get(1) - start.collections().get(1);
        int first = start.collections().get(2).intValue();
        int last = end.collections().get(2).intValue();
        long live = -1;
        long peak = Math.max(start.usedBytes(), end.usedBytes());
        for (Sizes told : collections.subList(first, last)) {
            live = Math.max(live, told.after());
            peak = Math.max(peak, told.before());
        }
        // Those that turned into one of the whole heap are told with it.
        boolean complete = last - first >= Math.max(ofTheYoung, ofAll) && last - first <= ofTheYoung + ofAll;
        return new HeapReading(
                OptionalLong.of(ofTheYoung + ofAll),
                OptionalLong.of(end.collectionMillis() - start.collectionMillis()),
                live < 0 ? OptionalLong.empty() : OptionalLong.of(live),
                OptionalLong.of(peak),
                complete);
    }

    private void read() {
        try {
            for (int length = file.read(chunk); length > 0; length = file.read(chunk)) {
                begun.append(new String(chunk, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            return; // What is not told now is known to be missing.
        }
        int start = 0;
        for (int end = begun.indexOf("\n"); end >= 0; end = begun.indexOf("\n", start)) {
            see(begun.substring(start, end));
            start = end + 1;
        }
        begun.delete(0, start);
    }

    /** Such as {@code GC(5) Tenured: 0K(21888K)->530K(21888K)}. */
    private void see(String line) {
        if (line.contains(YOUNG)) {
            young = Sizes.of(line, YOUNG);
        } else if (line.contains(OLD)) {
            Sizes old = Sizes.of(line, OLD);
            if (young != null && old != null) {
                collections.add(new Sizes(young.before() + old.before(), young.after() + old.after()));
            }
            young = null;
        }
    }

    /** Bytes in use around a collection. */
    private record Sizes(long before, long after) {
        static @Nullable Sizes of(String line, String name) {
            int start = line.indexOf(name) + name.length();
            int before = line.indexOf("K(", start);
            int arrow = line.indexOf(")->", start);
            int after = line.indexOf("K(", arrow);
            if (before < 0 || arrow < before || after < arrow) {
                return null;
            }
            try {
                return new Sizes(
                        bytes(line.substring(start, before)), bytes(line.substring(arrow + ")->".length(), after)));
            } catch (NumberFormatException e) {
                return null;
            }
        }

        private static long bytes(String kibibytes) {
            return Long.parseLong(kibibytes) << 10;
        }
    }
}
