package dev.bengal.collector;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** A small file of Linux's {@code /proc}, kept open and read again and again. Safe for several threads. */
final class ProcFile {
    private static final int BUFFER = 4096;

    private final RandomAccessFile file;
    private final byte[] buffer = new byte[BUFFER];

    private ProcFile(RandomAccessFile file) {
        this.file = file;
    }

    /** Opens a file; empty where it cannot be read, as on other systems. */
    static Optional<ProcFile> open(Path path) {
        try {
            return Optional.of(new ProcFile(new RandomAccessFile(path.toFile(), "r")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What it says now, up to 4096 bytes; empty text where it cannot be read any more. */
    synchronized String text() {
        try {
            file.seek(0);
            int length = file.read(buffer);
            return new String(buffer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
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
