package dev.bengal.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownChunksTest {
    private final KnownChunks known = new KnownChunks(10);

    @Test
    void nothing_isKeptOfTheFirstQuestions() {
        known.asked();
        known.keep(1, 1, new byte[4]);

        assertThat(known.find(1, 1)).isNull();
    }

    @Test
    void part_isKnownByItsIndexToo() {
        askOften();
        byte[] part = new byte[4];
        known.keep(1, 2, part);

        assertThat(known.find(1, 2)).isSameAs(part);
        assertThat(known.find(2, 2)).isNull();
        assertThat(known.find(1, 3)).isNull();
    }

    @Test
    void whatWasAskedForLongestAgo_goesFirst() {
        askOften();
        known.keep(1, 1, new byte[4]);
        known.keep(1, 2, new byte[4]);
        assertThat(known.find(1, 1)).isNotNull();
        known.keep(1, 3, new byte[4]);

        assertThat(known.find(1, 2)).isNull();
        assertThat(known.find(1, 1)).isNotNull();
        assertThat(known.find(1, 3)).isNotNull();
    }

    private void askOften() {
        for (int i = 0; i < 100; i++) {
            known.asked();
        }
    }
}
