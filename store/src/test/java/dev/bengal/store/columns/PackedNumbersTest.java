package dev.bengal.store.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedNumbersTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 31, 32, 40, 63, 64})
    void numbers_comeBackWhateverTheirRange(int bits) {
        Random random = new Random(bits);
        long[] numbers = new long[100];
        Arrays.setAll(numbers, i -> bits == 0 ? -5 : (random.nextLong() >>> (Long.SIZE - bits)) - 1000);

        PackedNumbers packed = PackedNumbers.of(PackedNumbers.pack(numbers, numbers.length), 0, numbers.length);

        assertThat(packed.unpack()).isEqualTo(numbers);
        assertThat(packed.get(57)).isEqualTo(numbers[57]);
        assertThat(packed.isConstant()).isEqualTo(bits == 0);
    }

    @Test
    void numbers_ofAllLongsComeBack() {
        long[] numbers = {Long.MIN_VALUE, 0, -1, Long.MAX_VALUE};

        assertThat(PackedNumbers.of(PackedNumbers.pack(numbers, 4), 0, 4).unpack())
                .isEqualTo(numbers);
    }

    @Test
    void none_isNothing() {
        assertThat(PackedNumbers.of(PackedNumbers.pack(new long[0], 0), 0, 0).unpack())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 200, 300, 70_000})
    void keep_movesThePlacesOfTheNumbersToTheFront(int highest) {
        long[] numbers = {2, highest, 3, 2, 0};
        BitSet wanted = new BitSet();
        wanted.set(2);
        wanted.set(highest);

        int[] places = {0, 1, 2, 3, 4};

        int kept = PackedNumbers.of(PackedNumbers.pack(numbers, 5), 0, 5).keep(places, 4, wanted);

        assertThat(Arrays.copyOf(places, kept)).containsExactly(0, 1, 3);
    }

    @Test
    void width_isThatOfTheRangeAndNotOfTheNumbers() {
        long[] times = {1_700_000_000_000_000L, 1_700_000_000_000_255L};

        assertThat(PackedNumbers.pack(times, 2)).hasSize(1 + Long.BYTES + 2);
    }

    @Test
    void of_refusesWhatIsTooShort() {
        byte[] packed = PackedNumbers.pack(new long[] {1, 1000}, 2);

        assertThatThrownBy(() -> PackedNumbers.of(packed, 0, 3)).isInstanceOf(DamagedBlockException.class);
        assertThatThrownBy(() -> PackedNumbers.of(packed, 5, 1)).isInstanceOf(DamagedBlockException.class);
        packed[0] = 9;
        assertThatThrownBy(() -> PackedNumbers.of(packed, 0, 0)).isInstanceOf(DamagedBlockException.class);
    }
}
