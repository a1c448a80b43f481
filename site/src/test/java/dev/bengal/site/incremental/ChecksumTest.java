package dev.bengal.site.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    @Test
    void checksum_tellsNeighboursApart() {
        Set<Long> seen = new HashSet<>();
        byte[] bytes = new byte[40];
        new Random(1).nextBytes(bytes);
        seen.add(Checksum.of(bytes));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            seen.add(Checksum.of(other));
        }
        for (int length = 0; length < bytes.length; length++) {
            seen.add(Checksum.of(java.util.Arrays.copyOf(bytes, length)));
            seen.add(Checksum.of(new byte[length + 100]));
        }

        assertThat(seen).hasSize(1 + 320 + 40 + 40);
    }

    @Test
    void checksum_tellsWhereTextsEnd() {
        assertThat(new Checksum().add("ab").add("c").value())
                .isNotEqualTo(new Checksum().add("a").add("bc").value());
        assertThat(new Checksum().add((String) null).value())
                .isNotEqualTo(new Checksum().add("").value());
    }

    @Test
    void model_isTheSameInAnyOrderOfUnorderedMap() {
        assertThat(of(Map.of("a", 1, "b", List.of("x"), "c", Map.of("d", true))))
                .isEqualTo(of(new java.util.HashMap<>(Map.of("c", Map.of("d", true), "b", List.of("x"), "a", 1))));
    }

    @Test
    void model_tellsOrdersOfListsAndOrderedMapsApart() {
        assertThat(of(Map.of("a", List.of(1, 2)))).isNotEqualTo(of(Map.of("a", List.of(2, 1))));
        Map<String, Integer> one = new LinkedHashMap<>(Map.of("x", 1));
        one.put("y", 2);
        Map<String, Integer> other = new LinkedHashMap<>(Map.of("y", 2));
        other.put("x", 1);
        assertThat(of(Map.of("a", one))).isNotEqualTo(of(Map.of("a", other)));
    }

    @Test
    void model_refusesWhatItCannotTellApart() {
        assertThatThrownBy(() -> of(Map.of("a", new Object()))).hasMessageContaining("must be Checksummed");
    }

    private static long of(Map<String, ?> model) {
        return new ModelChecksum().of(model);
    }
}
