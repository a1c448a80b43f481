package dev.bengal.store.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedTextsTest {
    @Test
    void texts_comeBack() {
        List<@Nullable String> texts = Arrays.asList("a", null, "größer \uD83D\uDE00", "", "a", "a\0b", null);

        PackedTexts packed = PackedTexts.of(PackedTexts.pack(texts), texts.size());

        assertThat(all(packed, texts.size())).isEqualTo(texts);
        assertThat(packed.different()).isEqualTo(4);
    }

    @Test
    void texts_ofOneLengthComeBack() {
        List<String> texts = List.of("aaaa", "bbbb", "aaaa", "cccc");

        PackedTexts packed = PackedTexts.of(PackedTexts.pack(texts), texts.size());

        assertThat(all(packed, texts.size())).isEqualTo(texts);
        assertThat(packed.which(2)).isEqualTo(packed.which(0));
    }

    @Test
    void noText_isNothing() {
        assertThat(PackedTexts.of(PackedTexts.pack(List.of()), 0).different()).isZero();
    }

    private static List<@Nullable String> all(PackedTexts packed, int count) {
        return IntStream.range(0, count).mapToObj(packed::get).toList();
    }
}
