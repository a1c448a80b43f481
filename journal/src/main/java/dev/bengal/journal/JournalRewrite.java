package dev.bengal.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.List;

/**
 * Puts a sieved history in place of the old one.
 *
 * <p>The long part is done without the writers' lock: a draft is made of all lines that are there. Then, under the lock, what
 * was appended meanwhile is sieved too, and the draft takes the place of the history at once. A second rewrite waits for the
 * first one, on a lock of its own; so what a killed one left of its draft is overwritten by the next.
 */
final class JournalRewrite {
    private static final Duration PATIENCE_WITH_REWRITES = Duration.ofMinutes(10);
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final Duration patience;

    /**
     * @param file the real one, no link
     * @param patience with a writer
     */
    JournalRewrite(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    void run(Sieve sieve) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        Path draft = file.resolveSibling("history.draft");
        try (JournalLock rewrites =
                JournalLock.acquire(file.resolveSibling("history.rewrite.lock"), PATIENCE_WITH_REWRITES)) {
            Files.deleteIfExists(draft);
            boolean done = false;
            try {
                rewrite(sieve, draft);
                done = true;
            } finally {
                Files.deleteIfExists(draft);
                if (!done) {
                    sieve.abandon();
                }
            }
        }
    }

    private void rewrite(Sieve sieve, Path draft) throws IOException {
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            copyAttributes(draft);
            Copy copy = new Copy(old, out, sieve);
            copy.wholeLines(settledSize(old));
            out.force(true);
            try (JournalLock writers = writersLock()) {
                copy.theRest();
                List<String> added = sieve.finish();
                if (copy.dropped || !added.isEmpty()) {
                    copy.add(added);
                    out.force(true);
                    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    forceFolder();
                }
            }
        }
    }

    /** How long the history is while nobody writes: a writer that fails takes back what lies beyond, never what lies before. */
    private long settledSize(FileChannel old) throws IOException {
        try (JournalLock writers = writersLock()) {
            return old.size();
        }
    }

    private JournalLock writersLock() throws IOException {
        return JournalLock.acquire(file.resolveSibling("history.lock"), patience);
    }

    /** The new file belongs to whom the old one belonged to, as far as this user may give it away. */
    private void copyAttributes(Path draft) throws IOException {
        PosixFileAttributeView from = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (from == null || to == null) {
            return; // Not a POSIX file system: the folder's defaults hold.
        }
        PosixFileAttributes attributes = from.readAttributes();
        try {
            to.setGroup(attributes.group());
            to.setOwner(attributes.owner());
        } catch (IOException e) {
            // Only root may give files away; who may replace the history may have one of his own.
        }
        to.setPermissions(attributes.permissions());
    }

    /** So that a power failure brings back the old history or the new one; where folders cannot be flushed, nothing is lost but speed. */
    private void forceFolder() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder; its rename is journalled by the file system.
        }
    }

    /** Copies what stays, from where the last copying ended. */
    private static final class Copy implements Journal.LineVisitor {
        private final FileChannel old;
        private final FileChannel out;
        private final Sieve sieve;
        private long number = 1;
        private long position;
        private long keptFrom;
        private boolean isLocked;
        private boolean dropped;

        Copy(FileChannel old, FileChannel out, Sieve sieve) {
            this.old = old;
            this.out = out;
            this.sieve = sieve;
        }

        /** All lines that are whole up to there. */
        void wholeLines(long end) throws IOException {
            walk(end);
        }

        /** The lines that came meanwhile, and the last one even if it is torn: under the lock nobody is writing it. */
        void theRest() throws IOException {
            isLocked = true;
            walk(old.size());
        }

        private void walk(long end) throws IOException {
            keptFrom = position;
            InputStream in = new ChannelStream(old, position, end);
            try {
                new LineSplitter(this, position, number).read(in);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            transfer(keptFrom, position);
        }

        @Override
        public void line(long number, long offset, byte[] line, boolean whole) {
            see(number, offset, line, line.length, whole);
        }

        @Override
        public void longLine(long number, long offset, long length, boolean whole) {
            see(number, offset, new byte[0], length, whole);
        }

        private void see(long number, long offset, byte[] line, long length, boolean whole) {
            if (!whole && !isLocked) {
                return;
            }
            try {
                boolean kept = sieve.keeps(number, line, length);
                long end = offset + length + (whole ? 1 : 0);
                if (!kept) {
                    transfer(keptFrom, offset);
                    aside(offset, offset + length);
                    keptFrom = end;
                    dropped = true;
                }
                position = end;
                this.number = number + 1;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void aside(long from, long to) throws IOException {
            for (long at = from; at < to; ) {
                byte[] piece = new Journal.Stretch(at, (int) Math.min(CHUNK, to - at)).read(old);
                requireMore(piece.length);
                sieve.aside(piece, piece.length);
                at += piece.length;
            }
            sieve.aside(new byte[] {'\n'}, 1);
        }

        private void transfer(long from, long to) throws IOException {
            for (long at = from; at < to; ) {
                long moved = old.transferTo(at, to - at, out);
                requireMore(moved);
                at += moved;
            }
        }

        private static void requireMore(long bytes) throws IOException {
            if (bytes == 0) {
                throw new IOException("it became shorter while it was read");
            }
        }

        void add(List<String> lines) throws IOException {
            String text = (isInsideALine() ? "\n" : "") + String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }

        private boolean isInsideALine() throws IOException {
            long size = out.size();
            return size > 0 && new Journal.Stretch(size - 1, 1).read(out)[0] != '\n';
        }
    }

    /** Reads a stretch of a channel without moving the channel's own position. */
    private static final class ChannelStream extends InputStream {
        private final FileChannel channel;
        private final long end;
        private long position;

        ChannelStream(FileChannel channel, long position, long end) {
            this.channel = channel;
            this.position = position;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (position >= end) {
                return -1;
            }
            int wanted = (int) Math.min(length, end - position);
            int read = channel.read(ByteBuffer.wrap(bytes, offset, wanted), position);
            position += Math.max(0, read);
            return read;
        }
    }
}
