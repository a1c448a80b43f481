package dev.bengal.store.sql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Rows as COPY takes them in PostgreSQL's binary format: nothing has to be quoted, and numbers keep every bit.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">Binary Format</a>
 */
final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int INT4 = 23;
    private static final int FLOAT8 = 701;

    private static final int PIECE = 1 << 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * PIECE);
    private final Sink sink;

    /** @param sink takes the bytes as they come, so that the server works on the first rows while the next ones are made */
    CopyRows(Sink sink) {
        this.sink = sink;
        bytes.writeBytes(SIGNATURE);
        int32(0);
        int32(0);
    }

    /** Where the bytes go. */
    interface Sink {
        void write(byte[] bytes) throws SQLException;
    }

    /** Begins a row of so many columns. */
    CopyRows row(int columns) throws SQLException {
        if (bytes.size() >= PIECE) {
            send();
        }
        int16(columns);
        return this;
    }

    CopyRows text(@Nullable String value) {
        if (value == null) {
            int32(-1);
            return this;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int32(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    CopyRows bigint(@Nullable Long value) {
        if (value == null) {
            int32(-1);
        } else {
            int32(Long.BYTES);
            int64(value);
        }
        return this;
    }

    CopyRows integer(@Nullable Integer value) {
        if (value == null) {
            int32(-1);
        } else {
            int32(Integer.BYTES);
            int32(value);
        }
        return this;
    }

    CopyRows flag(boolean value) {
        int32(1);
        bytes.write(value ? 1 : 0);
        return this;
    }

    CopyRows integers(int[] values) {
        arrayHead(values.length, INT4, Integer.BYTES);
        for (int value : values) {
            int32(Integer.BYTES);
            int32(value);
        }
        return this;
    }

    CopyRows doubles(double[] values) {
        arrayHead(values.length, FLOAT8, Double.BYTES);
        for (double value : values) {
            int32(Double.BYTES);
            int64(Double.doubleToRawLongBits(value));
        }
        return this;
    }

    /** Dimensions, whether there are nulls, the type; then, unless it is empty, length and first index. */
    private void arrayHead(int length, int type, int size) {
        int32(length == 0 ? 12 : 20 + length * (Integer.BYTES + size));
        int32(length == 0 ? 0 : 1);
        int32(0);
        int32(type);
        if (length > 0) {
            int32(length);
            int32(1);
        }
    }

    /** That was all. */
    void end() throws SQLException {
        int16(-1);
        send();
    }

    private void send() throws SQLException {
        sink.write(bytes.toByteArray());
        bytes.reset();
    }

    private void int16(int value) {
        bytes.write(value >>> 8);
        bytes.write(value);
    }

    private void int32(int value) {
        int16(value >>> 16);
        int16(value);
    }

    private void int64(long value) {
        int32((int) (value >>> 32));
        int32((int) value);
    }
}
