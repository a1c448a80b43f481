package dev.bengal.store.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlockTest {
    @Test
    void block_isTheSameFromItsPartsAsFromItsRows() {
        BlockBuilder builder = builder(row(3, 10, "a"), row(5, 11, "b"), row(9, 11, "c"));
        Map<Integer, byte[]> parts = builder.parts();

        Block kept = new Block(3, 3, 9, part -> opened(parts.get(part)));

        for (Block block : new Block[] {kept, builder.block()}) {
            assertThat(block.id(1)).isEqualTo("b");
            assertThat(block.get(Column.NUMBER, 2)).isEqualTo(9);
            assertThat(block.get(Column.STANDS, 0)).isEqualTo(10);
            assertThat(block.find(5)).isEqualTo(1);
            assertThat(block.find(4)).isNegative();
            assertThat(block.values(0)).isNull();
            assertThat(block.isInOrder()).isTrue();
        }
        assertThat(new BlockCheck(kept, 1).holds(row(5, 11, "b"))).isTrue();
        assertThat(new BlockCheck(kept, 1).holds(row(5, 12, "b"))).isFalse();
    }

    @Test
    void isInOrder_looksAtIdsWhereTimesAreTheSame() {
        assertThat(builder(row(1, 10, "b"), row(2, 10, "a")).block().isInOrder())
                .isFalse();
        assertThat(builder(row(1, 10, "b"), row(2, 9, "c")).block().isInOrder()).isFalse();
    }

    @Test
    void row_comesBackFromItsBytes() {
        assertThat(BuildRow.of(row(7, 8, "größer").bytes()).id()).isEqualTo("größer");
    }

    @Test
    void part_thatIsDamagedOrMissingIsNoticed() {
        Map<Integer, byte[]> parts = builder(row(1, 10, "a")).parts();
        byte[] times = Objects.requireNonNull(parts.get(Column.Part.TIMES.number()));
        times[3] ^= 1;

        assertThatThrownBy(() -> Chunk.open(times)).isInstanceOf(DamagedBlockException.class);
        assertThatThrownBy(() -> new Block(1, 1, 1, part -> null).id(0)).isInstanceOf(DamagedBlockException.class);
        assertThatThrownBy(() -> BuildRow.of(new byte[] {1, 2, 3})).isInstanceOf(DamagedBlockException.class);
    }

    private static byte @Nullable [] opened(byte @Nullable [] sealed) {
        return sealed == null ? null : Chunk.open(sealed);
    }

    private static BlockBuilder builder(BuildRow... rows) {
        BlockBuilder builder = new BlockBuilder();
        for (BuildRow row : rows) {
            builder.add(row);
        }
        return builder;
    }

    private static BuildRow row(long number, long time, String id) {
        long[] numbers = new long[Column.COUNT];
        numbers[Column.NUMBER.place()] = number;
        numbers[Column.STARTED.place()] = time;
        numbers[Column.STANDS.place()] = time;
        return new BuildRow(numbers, id, null, new byte[0]);
    }
}
