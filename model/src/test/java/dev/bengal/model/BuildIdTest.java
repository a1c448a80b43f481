package dev.bengal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuildIdTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void create_writesTimeAndRandomnessInBase32() {
        // 2026-03-04T12:00:00Z is 1772625600000 ms; in groups of five bits 0 1 19 18 28 11 16 7 16 0, each a digit of
        // 0123456789abcdefghjkmnpqrstvwxyz. A random number of all ones is twelve times digit 31.
        BuildId id = BuildId.create(NOON, new FixedRandom(-1));

        assertThat(id.value()).isEqualTo("01kjwbg7g0zzzzzzzzzzzz");
    }

    @Test
    void create_has22LowerCaseLettersAndDigits() {
        Random random = new Random(1);

        assertThat(Stream.generate(() -> BuildId.create(NOON, random).value()).limit(1000))
                .allSatisfy(id -> assertThat(id).matches("[0-9a-hjkmnp-tv-z]{22}"));
    }

    @Test
    void create_sortsByTime() {
        // The random part falls while the time rises by a millisecond: the time has to win.
        List<BuildId> ids = List.of(
                BuildId.create(Instant.EPOCH, new FixedRandom(-1)),
                BuildId.create(NOON, new FixedRandom(-1)),
                BuildId.create(NOON.plusMillis(1), new FixedRandom(0)),
                BuildId.create(NOON.plusSeconds(3600), new FixedRandom(0)),
                BuildId.create(Instant.parse("9999-12-31T23:59:59Z"), new FixedRandom(0)));

        assertThat(ids).isSorted();
        assertThat(ids.stream().map(BuildId::toString)).isSorted();
    }

    @Test
    void create_isUniqueWithinAMillisecond() {
        Random random = new Random(2);

        assertThat(Stream.generate(() -> BuildId.create(NOON, random)).limit(100_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void constructor_refusesBlank() {
        assertThatThrownBy(() -> new BuildId(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("build id is blank");
    }

    /** Gives one number for ever. */
    private static final class FixedRandom extends Random {
        private static final long serialVersionUID = 1;
        private final long bits;

        FixedRandom(long bits) {
            this.bits = bits;
        }

        @Override
        public long nextLong() {
            return bits;
        }
    }
}
