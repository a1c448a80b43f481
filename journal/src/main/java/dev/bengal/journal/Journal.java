package dev.bengal.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code history.jsonl}: one JSON object a line, append-only, the source of truth.
 *
 * <p>Any number of threads and processes may append at once. Reading takes no lock: a reader sees every line that was
 * whole when it came by.
 */
public final class Journal {
    /** The longest line that is read, in bytes: 32 MiB. A longer one is no record; it is told of and stays where it is. */
    public static final int LONGEST_LINE = 1 << 25;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;
    private final Duration patience;

    /** @param file need not exist yet; its folder must, before the first append */
    public Journal(Path file) {
        this(file, PATIENCE);
    }

    /** @param patience with another writer */
    Journal(Path file, Duration patience) {
        this.file = Objects.requireNonNull(file, "file");
        this.patience = patience;
    }

    /** Where the history lies. */
    public Path file() {
        return file;
    }

    /**
     * Appends one line with one write and flushes it to the disk. When it returns, the line is there whole; when it
     * throws, the history is as it was.
     *
     * <p>Where the last writer died in the middle of a line, that torn line is closed first and left for the reader to
     * report, so that nothing is ever glued to it.
     *
     * @param line one JSON object without a newline
     * @throws JournalException where it cannot be written; the message says why
     */
    public void append(String line) {
        append(List.of(line));
    }

    /**
     * Appends several lines with one write and one flush: all of them are there whole, or none is.
     *
     * @param lines JSON objects without newlines, at most some thousand at once, since they are held in memory
     * @throws JournalException where they cannot be written; the message says why
     */
    public void append(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        requireOneLineEach(lines);
        whileNobodyElseWrites(new Given(lines));
    }

    /**
     * Appends lines that are chosen while nobody else writes, so that what is in the history at that moment decides. They are appended as
     * {@link #append(List)} does it.
     *
     * @param choice is asked once, and may read this history; what it throws is passed on
     * @throws JournalException where nobody can write, or the lines cannot be written; the message says why
     */
    public void appendChosen(Supplier<List<String>> choice) {
        whileNobodyElseWrites(() -> {
            List<String> lines = choice.get();
            requireOneLineEach(lines);
            return lines;
        });
    }

    private static void requireOneLineEach(List<String> lines) {
        for (String line : lines) {
            if (line.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a record holds a newline: " + line);
            }
        }
    }

    private void whileNobodyElseWrites(Supplier<List<String>> choice) {
        // An interrupted thread may not touch a channel, and an interrupted build is worth its record too.
        boolean interrupted = Thread.interrupted();
        try (JournalLock lock = JournalLock.acquire(lockFile(), patience)) {
            List<String> lines = choice.get();
            if (!lines.isEmpty()) {
                appendLocked(String.join("\n", lines));
            }
        } catch (IOException e) {
            throw new JournalException(file + " cannot be written: " + JournalException.reason(e), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Takes lines out of the history and puts others at its end. Writers are held up only for the moment in which the new file
     * takes the place of the old one; what they append meanwhile is in it.
     *
     * @throws JournalException where that cannot be done; the history is as it was
     */
    public void rewrite(Sieve sieve) {
        try {
            new JournalRewrite(real(), patience).run(sieve);
        } catch (IOException | UncheckedIOException e) {
            throw new JournalException(
                    file + " cannot be rewritten: " + JournalException.reason(e) + "; it is as it was", e);
        }
    }

    /** Beside the file that is really written, so that two names of one history share one lock. */
    private Path lockFile() throws IOException {
        return real().resolveSibling("history.lock");
    }

    private Path real() throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        // What a link will lead to has its name already, and its lock beside it.
        return Files.isSymbolicLink(file) ? file.resolveSibling(Files.readSymbolicLink(file)) : file;
    }

    private void appendLocked(String line) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            append(channel, line);
        }
    }

    private static void append(FileChannel channel, String line) throws IOException {
        long end = channel.size();
        String text = (endsInsideALine(channel, end) ? "\n" : "") + line + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            long position = end;
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
            channel.force(true);
        } catch (IOException e) {
            takeBack(channel, end, e);
            throw e;
        }
    }

    private static boolean endsInsideALine(FileChannel channel, long size) throws IOException {
        if (size == 0) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, size - 1);
        return last.get(0) != '\n';
    }

    private static void takeBack(FileChannel channel, long end, IOException failure) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Walks all lines from the start, the torn last one included.
     *
     * @param visitor sees each line with its number and offset
     * @throws JournalException where the file is there but cannot be read; a missing file has no lines
     */
    public void walk(LineVisitor visitor) {
        walk(0, 1, visitor);
    }

    /**
     * Walks the lines from the one that begins at an offset.
     *
     * @param offset where a line begins, at most the size of the file
     * @param number of that line, from 1
     * @param visitor sees each line with its number and offset
     * @throws JournalException where the file is there but cannot be read; a missing file has no lines
     */
    public void walk(long offset, long number, LineVisitor visitor) {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(offset);
            new LineSplitter(visitor, offset, number).read(in);
        } catch (NoSuchFileException e) {
            // No build was recorded yet.
        } catch (IOException | UncheckedIOException e) {
            throw new JournalException(file + " cannot be read: " + JournalException.reason(e), e);
        }
    }

    /**
     * Walks the lines from the newest to the oldest and stops when asked to, so that a question about the last builds
     * costs the same however long the history is.
     *
     * @param visitor sees each line that is neither empty nor longer than {@link #LONGEST_LINE}
     * @throws JournalException where the file is there but cannot be read
     */
    public void walkBackwards(NewestFirstVisitor visitor) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new BackwardsWalk(channel).visit(visitor);
        } catch (NoSuchFileException e) {
            // No build was recorded yet.
        } catch (IOException e) {
            throw new JournalException(file + " cannot be read: " + JournalException.reason(e), e);
        }
    }

    /**
     * How long the history is, in bytes; 0 where there is none.
     *
     * @throws JournalException where it is there but cannot be asked
     */
    public long size() {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new JournalException(file + " cannot be read: " + JournalException.reason(e), e);
        }
    }

    /**
     * What tells the file from another one that was put in its place; null where there is none, or where files have no such mark.
     *
     * @throws JournalException where it is there but cannot be asked
     */
    public @Nullable Object fileKey() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new JournalException(file + " cannot be read: " + JournalException.reason(e), e);
        }
    }

    /**
     * Reads stretches of the history, such as lines whose place is known.
     *
     * @return the bytes of each, in the order asked for; where the history ends before a stretch does, what there is
     * @throws JournalException where it cannot be read
     */
    public List<byte[]> read(List<Stretch> stretches) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<byte[]> bytes = new ArrayList<>(stretches.size());
            while (bytes.size() < stretches.size()) {
                List<Stretch> near = Stretch.neighbours(stretches, bytes.size());
                Stretch first = near.get(0);
                byte[] all = first.upTo(near.get(near.size() - 1)).read(channel);
                near.forEach(one -> bytes.add(one.in(all, first.offset())));
            }
            return bytes;
        } catch (IOException e) {
            throw new JournalException(file + " cannot be read: " + JournalException.reason(e), e);
        }
    }

    /** Lines that need no choice. A class of its own, since every build comes by, and a lambda is made when it does. */
    private record Given(List<String> lines) implements Supplier<List<String>> {
        @Override
        public List<String> get() {
            return lines;
        }
    }

    /** Sees the lines of a history. */
    @FunctionalInterface
    public interface LineVisitor {
        /**
         * Called for each line, in order.
         *
         * @param number of the line, from 1
         * @param offset of its first byte, from 0
         * @param line its bytes without the newline
         * @param whole false for a last line without a newline: its writer died, or is still writing
         */
        void line(long number, long offset, byte[] line, boolean whole);

        /**
         * Called instead for a line longer than {@link #LONGEST_LINE}, of which the bytes are not kept.
         *
         * @param length of the line without the newline
         */
        default void longLine(long number, long offset, long length, boolean whole) {}
    }

    /** Sees the lines of a history from the newest to the oldest. */
    @FunctionalInterface
    public interface NewestFirstVisitor {
        /**
         * Called for each line that is not empty.
         *
         * @return whether the next older line is wanted too
         */
        boolean line(byte[] line);
    }

    /**
     * A piece of the history.
     *
     * @param offset of its first byte
     * @param length in bytes
     */
    public record Stretch(long offset, int length) {
        /** Up to here, neighbours are read at once: thousands of lines are asked for that follow each other. */
        private static final int LONGEST_AT_ONCE = 1 << 16;

        /** To read so many bytes that nobody asked for takes no longer than to begin once more. */
        private static final int LONGEST_GAP = 1 << 12;

        /** The first one that is left, and those behind it that are read together with it. */
        private static List<Stretch> neighbours(List<Stretch> stretches, int from) {
            Stretch first = stretches.get(from);
            int to = from + 1;
            while (to < stretches.size()
                    && stretches.get(to).isCloseBehind(stretches.get(to - 1))
                    && stretches.get(to).end() - first.offset <= LONGEST_AT_ONCE) {
                to++;
            }
            return stretches.subList(from, to);
        }

        private boolean isCloseBehind(Stretch other) {
            return offset >= other.end() && offset - other.end() <= LONGEST_GAP;
        }

        private long end() {
            return offset + length;
        }

        private Stretch upTo(Stretch last) {
            return new Stretch(offset, (int) (last.end() - offset));
        }

        /** Of bytes that begin at a place. */
        private byte[] in(byte[] bytes, long start) {
            int from = (int) Math.min(bytes.length, offset - start);
            return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
        }

        byte[] read(FileChannel channel) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
                // A read may bring less than was asked for.
            }
            return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
        }
    }
}
