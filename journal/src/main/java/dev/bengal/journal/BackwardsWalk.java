package dev.bengal.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Walks the lines of a file from its end. */
final class BackwardsWalk {
    private static final int CHUNK = 1 << 16;

    private final FileChannel channel;

    /** The pieces of the line that is being put together, the first one first. */
    private final Deque<byte[]> pieces = new ArrayDeque<>();

    private long length;

    BackwardsWalk(FileChannel channel) {
        this.channel = channel;
    }

    void visit(Journal.NewestFirstVisitor visitor) throws IOException {
        for (long end = channel.size(); end > 0; ) {
            int size = (int) Math.min(CHUNK, end);
            end -= size;
            byte[] chunk = new Journal.Stretch(end, size).read(channel);
            if (chunk.length < size) {
                throw new IOException("it became shorter while it was read");
            }
            int lineEnd = size;
            for (int i = size - 1; i >= 0; i--) {
                if (chunk[i] == '\n') {
                    keep(chunk, i + 1, lineEnd);
                    lineEnd = i;
                    if (!emit(visitor)) {
                        return;
                    }
                }
            }
            keep(chunk, 0, lineEnd);
        }
        emit(visitor);
    }

    private void keep(byte[] chunk, int start, int end) {
        length += end - start;
        if (length <= Journal.LONGEST_LINE) {
            pieces.addFirst(Arrays.copyOfRange(chunk, start, end));
        } else {
            pieces.clear();
        }
    }

    private boolean emit(Journal.NewestFirstVisitor visitor) {
        boolean isRead = length > 0 && length <= Journal.LONGEST_LINE;
        byte[] line = isRead ? joined() : new byte[0];
        pieces.clear();
        length = 0;
        return !isRead || visitor.line(line);
    }

    private byte[] joined() {
        byte[] line = new byte[(int) length];
        int position = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, line, position, piece.length);
            position += piece.length;
        }
        return line;
    }
}
