package dev.bengal.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * {@code history.jsonl}: one JSON object a line, append-only, the source of truth.
 *
 * <p>Any number of threads and processes may append at once. Reading takes no lock: a reader sees every line that was
 * whole when it came by.
 */
public final class Journal {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CHUNK = 1 << 16;

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
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a record holds a newline: " + line);
        }
        // An interrupted thread may not touch a channel, and an interrupted build is worth its record too.
        boolean interrupted = Thread.interrupted();
        try (JournalLock lock = JournalLock.acquire(lockFile(), patience);
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            appendLocked(channel, line);
        } catch (IOException e) {
            throw new JournalException(file + " cannot be written: " + reason(e), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Beside the file that is really written, so that two names of one history share one lock. */
    private Path lockFile() throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        return real.resolveSibling("history.lock");
    }

    private static void appendLocked(FileChannel channel, String line) throws IOException {
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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
            LineSplitter lines = new LineSplitter(visitor);
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                lines.accept(chunk, read);
            }
            lines.end();
        } catch (NoSuchFileException e) {
            // No build was recorded yet.
        } catch (IOException | UncheckedIOException e) {
            throw new JournalException(file + " cannot be read: " + reason(e), e);
        }
    }

    /**
     * Walks the lines from the newest to the oldest and stops when asked to, so that a question about the last builds
     * costs the same however long the history is.
     *
     * @param visitor sees each line that is not empty
     * @throws JournalException where the file is there but cannot be read
     */
    public void walkBackwards(NewestFirstVisitor visitor) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] unfinished = {};
            for (long end = channel.size(); end > 0; ) {
                int length = (int) Math.min(CHUNK, end);
                end -= length;
                byte[] block = Arrays.copyOf(read(channel, end, length), length + unfinished.length);
                System.arraycopy(unfinished, 0, block, length, unfinished.length);
                int lineEnd = block.length;
                for (int i = length - 1; i >= 0; i--) {
                    if (block[i] == '\n') {
                        if (lineEnd > i + 1 && !visitor.line(Arrays.copyOfRange(block, i + 1, lineEnd))) {
                            return;
                        }
                        lineEnd = i;
                    }
                }
                unfinished = Arrays.copyOf(block, lineEnd);
            }
            if (unfinished.length > 0) {
                visitor.line(unfinished);
            }
        } catch (NoSuchFileException e) {
            // No build was recorded yet.
        } catch (IOException e) {
            throw new JournalException(file + " cannot be read: " + reason(e), e);
        }
    }

    private static byte[] read(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
        return buffer.array();
    }

    /** What happened, without the path: the sentence around it names that. */
    static String reason(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
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

    /** Cuts a stream of chunks into lines. */
    private static final class LineSplitter {
        private final LineVisitor visitor;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long number = 1;
        private long offset;

        LineSplitter(LineVisitor visitor) {
            this.visitor = visitor;
        }

        void accept(byte[] chunk, int length) {
            int start = 0;
            for (int i = 0; i < length; i++) {
                if (chunk[i] == '\n') {
                    line.write(chunk, start, i - start);
                    emit(true);
                    start = i + 1;
                }
            }
            line.write(chunk, start, length - start);
        }

        void end() {
            if (line.size() > 0) {
                emit(false);
            }
        }

        private void emit(boolean whole) {
            visitor.line(number, offset, line.toByteArray(), whole);
            number++;
            offset += line.size() + 1L;
            line.reset();
        }
    }
}
