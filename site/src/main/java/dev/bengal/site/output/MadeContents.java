package dev.bengal.site.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What was made in memory. */
final class MadeContents implements Contents {
    private static final int BUFFER_BYTES = 32 * 1024;

    /**
     * What a file holds is read through here. An array for each file would count as allocated by the build, and one that finds
     * its own result on the disk would seem to need many times as much as one that writes it.
     */
    private static final ThreadLocal<ByteBuffer> BUFFER =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BUFFER_BYTES));

    private final byte[] bytes;

    MadeContents(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean isIn(Path file) throws IOException {
        ByteBuffer buffer = BUFFER.get();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {
                buffer.flip();
                if (buffer.remaining() > rest.remaining() || !startsWith(rest, buffer)) {
                    return false;
                }
            }
        }
        return !rest.hasRemaining();
    }

    /** If so, what comes after that is the rest. */
    private static boolean startsWith(ByteBuffer rest, ByteBuffer beginning) {
        int difference = rest.mismatch(beginning);
        boolean starts = difference < 0 || difference == beginning.remaining();
        rest.position(rest.position() + beginning.remaining());
        return starts;
    }

    @Override
    public void writeTo(FileChannel draft) throws IOException {
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
            draft.write(rest);
        }
    }
}
