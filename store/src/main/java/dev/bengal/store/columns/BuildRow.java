package dev.bengal.store.columns;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import dev.bengal.model.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** One build, as all columns know it. */
public final class BuildRow {
    private final long[] numbers;
    private final String id;
    private final @Nullable String commit;
    private final byte[] readings;

    private BuildRow(long[] numbers, String id, @Nullable String commit, byte[] readings) {
        this.numbers = numbers;
        this.id = id;
        this.commit = commit;
        this.readings = readings;
    }

    /**
     * What is kept of a build.
     *
     * @param number by which the index calls it
     * @param offset of its line
     * @param length of its line
     * @param words the number of a text; from 1
     * @param readings all it measured
     */
    public static BuildRow of(
            BuildMetrics build,
            long number,
            long offset,
            int length,
            ToIntFunction<String> words,
            PackedReadings readings) {
        Commit commit = build.commit();
        Instant time = commit == null ? null : commit.time();
        String branch = commit == null ? null : commit.branch();
        long started = Micros.of(build.timestamp());
        long[] numbers = new long[Column.COUNT];
        numbers[Column.NUMBER.place()] = number;
        numbers[Column.OFFSET.place()] = offset;
        numbers[Column.LENGTH.place()] = length;
        numbers[Column.STARTED.place()] = started;
        numbers[Column.STANDS.place()] = time == null ? started : Micros.of(time);
        numbers[Column.DATED.place()] = time == null ? 0 : 1;
        numbers[Column.PROJECT.place()] = words.applyAsInt(build.identity().project());
        numbers[Column.SCENARIO.place()] =
                words.applyAsInt(build.identity().scenario().name());
        numbers[Column.BRANCH.place()] = branch == null ? 0 : words.applyAsInt(branch);
        numbers[Column.ENVIRONMENT.place()] =
                words.applyAsInt(build.environment().fingerprint());
        numbers[Column.OUTCOME.place()] = words.applyAsInt(build.outcome().word());
        numbers[Column.DIRTY.place()] = !build.isBaselineMaterial() && build.outcome() == Outcome.SUCCESS ? 1 : 0;
        return new BuildRow(
                numbers, build.identity().id().value(), commit == null ? null : commit.hash(), readings.bytes());
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
