package dev.bengal.collector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** A small file of Linux's {@code /proc}, kept open and read again and again by one call of the kernel each. Safe for several threads. */
final class ProcFile {
    private static final int LONGEST = 4096;

    private final Path path;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
    private final byte[] bytes = new byte[LONGEST];
    private FileChannel channel;

    private ProcFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Opens a file; empty where it cannot be read, as on other systems. */
    static Optional<ProcFile> open(Path path) {
        try {
            return Optional.of(new ProcFile(path, FileChannel.open(path)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What it says now, up to 4096 bytes; empty text where it cannot be read any more. */
    synchronized String text() {
        try {
            return read();
        } catch (ClosedChannelException e) {
            return reopened();
        } catch (IOException e) {
            return "";
        }
    }

    private String read() throws IOException {
        buffer.clear();
        int length = Math.max(0, channel.read(buffer, 0));
        buffer.flip().get(bytes, 0, length);
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    /** A thread that is interrupted closes the channel it reads from. Threads of a build may be, and stay so. */
    private String reopened() {
        boolean interrupted = Thread.interrupted();
        try {
            channel = FileChannel.open(path);
            return read();
        } catch (IOException e) {
            return "";
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The whole number behind {@code label} in such a text; empty where there is none. */
    static OptionalLong number(String text, String label) {
        int at = text.indexOf(label);
        if (at < 0) {
            return OptionalLong.empty();
        }
        int start = at + label.length();
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        int end = start;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return start == end || end - start > 18
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(text, start, end, 10));
    }
}
