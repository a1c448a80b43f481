package dev.bengal.store.upkeep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where damaged lines go: a file that only grows, and that is as it was where putting them aside failed. */
final class AsideFile implements AutoCloseable {
    private final FileChannel channel;
    private final long before;
    private boolean kept;

    AsideFile(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.before = channel.size();
        channel.position(before);
    }

    void write(byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Makes sure that what was written is on the disk. */
    void flush() throws IOException {
        channel.force(true);
    }

    /** Says that the history is without the lines now. */
    void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            channel.truncate(before);
        }
        channel.close();
    }
}
