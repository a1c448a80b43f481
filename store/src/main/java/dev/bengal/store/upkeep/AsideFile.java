package dev.bengal.store.upkeep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Where damaged lines go: a file that only grows, and that is as it was where putting them aside failed. Made with the first of them. */
final class AsideFile implements AutoCloseable {
    private final Path file;
    private @Nullable FileChannel channel;
    private long before;

    AsideFile(Path file) {
        this.file = file;
    }

    void write(byte[] bytes, int length) throws IOException {
        FileChannel open = channel == null ? open() : channel;
        write(open, ByteBuffer.wrap(bytes, 0, length));
    }

    private FileChannel open() throws IOException {
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel = opened;
        before = opened.size();
        opened.position(before);
        if (before > 0 && !endsALine(opened)) {
            write(opened, ByteBuffer.wrap(new byte[] {'\n'}));
        }
        return opened;
    }

    private boolean endsALine(FileChannel opened) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        opened.read(last, before - 1);
        return last.get(0) == '\n';
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Makes sure that what was written is on the disk. */
    void flush() throws IOException {
        if (channel != null) {
            channel.force(true);
        }
    }

    /** Takes back what was written. */
    void takeBack() throws IOException {
        if (channel != null) {
            channel.truncate(before);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
