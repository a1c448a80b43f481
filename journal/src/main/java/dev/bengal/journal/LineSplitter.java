package dev.bengal.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream of bytes into lines. What of a line is longer than a line may be is counted, but not kept. */
final class LineSplitter {
    private static final int CHUNK = 1 << 16;

    private final Journal.LineVisitor visitor;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
    private long offset;
    private long number;
    private long length;

    /**
     * @param offset of the first byte that will be read
     * @param number of the line that begins there
     */
    LineSplitter(Journal.LineVisitor visitor, long offset, long number) {
        this.visitor = visitor;
        this.offset = offset;
        this.number = number;
    }

    void read(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            accept(chunk, read);
        }
        if (length > 0) {
            emit(false);
        }
    }

    private void accept(byte[] chunk, int end) {
        int start = 0;
        for (int i = 0; i < end; i++) {
            if (chunk[i] == '\n') {
                keep(chunk, start, i - start);
                emit(true);
                start = i + 1;
            }
        }
        keep(chunk, start, end - start);
    }

    private void keep(byte[] chunk, int start, int count) {
        length += count;
        if (length <= Journal.LONGEST_LINE) {
            line.write(chunk, start, count);
        } else {
            line.reset();
        }
    }

    private void emit(boolean whole) {
        if (length > Journal.LONGEST_LINE) {
            visitor.longLine(number, offset, length, whole);
        } else {
            visitor.line(number, offset, line.toByteArray(), whole);
        }
        number++;
        offset += length + 1;
        length = 0;
        line.reset();
    }
}
