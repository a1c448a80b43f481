package dev.bengal.collector;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The collections of this JVM as it writes them down itself, where whoever started it asked for that with
 * {@code -Xlog:gc,gc+heap:file=FILE:none} and named the file in {@value #PROPERTY}. A collection costs the build three lines then; a
 * {@link JvmHeapProbe} has two threads woken and the JVM asked for each, and the JVM makes code for its beans. And none is missed,
 * however soon it follows another.
 *
 * <p>Only the serial collector's lines are understood. They tell what was in use in kibibytes, rounded down for the young and
 * the old, so that a size is up to 2 KiB too small. A collection of the young that turns into one of the whole heap has no sizes of its own.
 *
 * <p>Each collection has a number, so that one that could not be written is known to be missing as soon as another is; and where none is,
 * as on a full disk, a weak reference tells that there was one.
 */
public final class CollectionLog implements HeapProbe {
    /** The name of the file, for {@link #claim()}. */
    public static final String PROPERTY = "bengal.collections";

    private static final String SERIAL = "Using Serial";
    private static final String YOUNG = " DefNew: ";
    private static final String OLD = " Tenured: ";
    private static final String PAUSE = " Pause ";
    private static final String PAUSE_OF_ALL = " Pause Full ";
    private static final int CHUNK_BYTES = 8192;
    private static final long MICROS_PER_MILLI = 1000;

    /** What a mark counts. */
    private static final int COUNT = 0;

    private static final int MISSING = 1;
    private static final int UNSIZED = 2;
    private static final int SIZES = 3;

    private static @Nullable InputStream claimed;

    private final InputStream file;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    /** Of a line whose end is not written yet. */
    private final StringBuilder begun = new StringBuilder();

    private boolean isSerial;
    /** Of a collection of which the old is not told yet. */
    private @Nullable Sizes young;
    /** Of a collection whose end is not told yet. */
    private @Nullable Sizes both;
    /** Whether the last one was of the young and had no sizes. */
    private boolean isUntold;

    private long count;
    private long micros;
    /** The number of the next one. */
    private long next;
    /** How often one or more were. */
    private long missing;

    private long unsized;
    private final List<Sizes> sizes = new ArrayList<>();

    private final Supplier<? extends Reference<?>> canaries;
    private Reference<?> canary;
    private long countOfCanary;

    private CollectionLog(InputStream file, Supplier<? extends Reference<?>> canaries) {
        this.file = file;
        this.canaries = canaries;
        this.canary = canaries.get();
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
        return log == null ? Optional.empty() : of(log, CollectionLog::unused);
    }

    /**
     * A log that was begun.
     *
     * @param canaries references that the next collection clears
     */
    static Optional<HeapProbe> of(InputStream file, Supplier<? extends Reference<?>> canaries) {
        CollectionLog log = new CollectionLog(file, canaries);
        log.read();
        log.renewCanary();
        return log.isSerial ? Optional.of(log) : Optional.empty();
    }

    private void renewCanary() {
        countOfCanary = count;
        canary = canaries.get();
    }

    private static Reference<Object> unused() {
        return new WeakReference<>(new Object());
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public synchronized HeapMark mark() {
        // Before the log is read: what has cleared it stands there by now.
        boolean isCollected = canary.get() == null;
        long used;
        do {
            read();
            used = JvmHeapProbe.usedBytes();
        } while (read()); // What was in use may be from before or after one that ran meanwhile.
        unsized += isUntold ? 1 : 0;
        isUntold = false;
        if (isCollected) {
            // A disk that becomes full mostly does so within a line.
            missing += count == countOfCanary || begun.length() > 0 ? 1 : 0;
            renewCanary();
        }
        return new HeapMark(List.of(count, missing, unsized, (long) sizes.size()), micros / MICROS_PER_MILLI, used);
    }

    @Override
    public synchronized HeapReading between(HeapMark start, HeapMark end) {
        long live = -1;
        long peak = Math.max(start.usedBytes(), end.usedBytes());
        int first = start.collections().get(SIZES).intValue();
        for (Sizes told : sizes.subList(first, first + (int) more(start, end, SIZES))) {
            live = Math.max(live, told.after());
            peak = Math.max(peak, told.before());
        }
        boolean isCounted = more(start, end, MISSING) == 0;
        return new HeapReading(
                isCounted ? OptionalLong.of(more(start, end, COUNT)) : OptionalLong.empty(),
                isCounted ? OptionalLong.of(end.collectionMillis() - start.collectionMillis()) : OptionalLong.empty(),
                live < 0 ? OptionalLong.empty() : OptionalLong.of(live),
                OptionalLong.of(peak),
                isCounted && more(start, end, UNSIZED) == 0);
    }

    private static long more(HeapMark start, HeapMark end, int which) {
        return end.collections().get(which) - start.collections().get(which);
    }

    /** Whether there was more. */
    private boolean read() {
        boolean isMore = false;
        try {
            for (int length = file.read(chunk); length > 0; length = file.read(chunk)) {
                begun.append(new String(chunk, 0, length, StandardCharsets.ISO_8859_1));
                isMore = true;
            }
        } catch (IOException e) {
            return false; // What is not told now is known to be missing.
        }
        int start = 0;
        for (int end = begun.indexOf("\n"); end >= 0; end = begun.indexOf("\n", start)) {
            see(begun.substring(start, end));
            start = end + 1;
        }
        begun.delete(0, start);
        return isMore;
    }

    /** Such as {@code GC(5) Tenured: 0K(21888K)->530K(21888K)}. */
    private void see(String line) {
        if (line.contains(YOUNG)) {
            young = Sizes.of(line, YOUNG);
        } else if (line.contains(OLD)) {
            Sizes old = Sizes.of(line, OLD);
            both = young == null || old == null
                    ? null
                    : new Sizes(young.before() + old.before(), young.after() + old.after());
        } else if (line.contains(PAUSE)) {
            end(line);
            young = null;
            both = null;
        } else if (line.equals(SERIAL)) {
            isSerial = true;
        }
    }

    /** Such as {@code GC(5) Pause Young (Allocation Failure) 29M->21M(38M) 2.126ms}. */
    private void end(String line) {
        long number = number(line);
        long taken = micros(line);
        boolean isOfAll = line.contains(PAUSE_OF_ALL);
        if (number != next || taken < 0) {
            missing++;
        }
        next = number + 1;
        count++;
        micros += Math.max(0, taken);
        if (isUntold && !isOfAll) {
            unsized++;
        }
        isUntold = both == null && !isOfAll;
        if (both != null) {
            sizes.add(both);
        } else if (isOfAll) {
            unsized++;
        }
    }

    /** The number of a collection, or -1. */
    private static long number(String line) {
        String before = "GC(";
        int end = line.indexOf(')');
        try {
            return line.startsWith(before) && end > 0 ? Long.parseLong(line, before.length(), end, 10) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Of the last word, which always has three decimals, behind whatever sign the locale of the process has for that; or -1. */
    private static long micros(String line) {
        long micros = -1;
        for (int i = line.lastIndexOf(' ') + 1; i < line.length(); i++) {
            int digit = line.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                micros = 10 * Math.max(0, micros) + digit;
            }
        }
        return line.endsWith("ms") ? micros : -1;
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
