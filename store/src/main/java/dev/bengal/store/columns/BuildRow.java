package dev.bengal.store.columns;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One build, as all columns know it. */
public final class BuildRow {
    private final long[] numbers;
    private final String id;
    private final @Nullable String commit;
    private final byte[] readings;

    /** @param numbers each at its column's place */
    BuildRow(long[] numbers, String id, @Nullable String commit, byte[] readings) {
        this.numbers = numbers;
        this.id = id;
        this.commit = commit;
        this.readings = readings;
    }

    /** What stands there. */
    public long get(Column column) {
        return numbers[column.place()];
    }

    /** The build's id. */
    public String id() {
        return id;
    }

    @Nullable
    String commit() {
        return commit;
    }

    byte[] readings() {
        return readings;
    }

    /** The row as bytes, with their sum. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160 + readings.length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (long number : numbers) {
                out.writeLong(number);
            }
            write(out, id.getBytes(StandardCharsets.UTF_8));
            out.writeBoolean(commit != null);
            write(out, commit == null ? new byte[0] : commit.getBytes(StandardCharsets.UTF_8));
            write(out, readings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Chunk.seal(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** A row that was made bytes of. */
    public static BuildRow of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Chunk.open(bytes)))) {
            long[] numbers = new long[Column.COUNT];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.readLong();
            }
            String id = new String(read(in), StandardCharsets.UTF_8);
            boolean hasCommit = in.readBoolean();
            String commit = new String(read(in), StandardCharsets.UTF_8);
            return new BuildRow(numbers, id, hasCommit ? commit : null, read(in));
        } catch (IOException e) {
            throw new DamagedBlockException(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] read(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
