package dev.bengal.store.sql;

import java.nio.ByteBuffer;
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
    private static final int FLOAT8 = 701;

    private static final int PIECE = 1 << 16;

    private final Sink sink;
    private ByteBuffer bytes = ByteBuffer.allocate(2 * PIECE);

    /** @param sink takes the bytes as they come, so that the server works on the first rows while the next ones are made */
    CopyRows(Sink sink) {
        this.sink = sink;
        bytes.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Where the bytes go. */
    interface Sink {
        void write(byte[] bytes, int length) throws SQLException;
    }

    /** Begins a row of so many columns. */
    CopyRows row(int columns) throws SQLException {
        if (bytes.position() >= PIECE) {
            send();
        }
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    CopyRows text(@Nullable String value) {
        if (value == null) {
            return none();
        }
        return utf8(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text that is in UTF-8 already. */
    CopyRows utf8(byte @Nullable [] utf8) {
        if (utf8 == null) {
            return none();
        }
        room(Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
        return this;
    }

    CopyRows bigint(@Nullable Long value) {
        if (value == null) {
            return none();
        }
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    CopyRows integer(@Nullable Integer value) {
        if (value == null) {
            return none();
        }
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    CopyRows flag(boolean value) {
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    private CopyRows none() {
        room(Integer.BYTES).putInt(-1);
        return this;
    }

    /** Dimensions, whether there are nulls, the type; then, unless it is empty, length, first index and elements. */
    CopyRows doubles(double[] values) {
        int length = values.length == 0 ? 12 : 20 + values.length * (Integer.BYTES + Double.BYTES);
        room(Integer.BYTES + length)
                .putInt(length)
                .putInt(values.length == 0 ? 0 : 1)
                .putInt(0)
                .putInt(FLOAT8);
        if (values.length > 0) {
            bytes.putInt(values.length).putInt(1);
        }
        for (double value : values) {
            bytes.putInt(Double.BYTES).putLong(Double.doubleToRawLongBits(value));
        }
        return this;
    }

    /** That was all. */
    void end() throws SQLException {
        room(Short.BYTES).putShort((short) -1);
        send();
    }

    private void send() throws SQLException {
        sink.write(bytes.array(), bytes.position());
        bytes.clear();
    }

    /** The buffer, which has room for so many bytes more. */
    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int needed = Math.addExact(bytes.position(), more);
            bytes = ByteBuffer.allocate(Math.max(needed, 2 * bytes.capacity())).put(bytes.flip());
        }
        return bytes;
    }
}
