package dev.bengal.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "größer/\uD83D\uDE00",
                "\0",
                "a\0b",
                "\\",
                "\\0000",
                "back\\slash\\\\",
                "\uD83D",
                "\uDE00",
                "\uD83D\uD83D\uDE00\uDE00",
                "'; DROP TABLE bengal_build; --"
            })
    void text_comesBackAsItWas(String text) {
        assertThat(StoredText.read(StoredText.of(text))).isEqualTo(text);
        assertThat(StoredText.of(text)).doesNotContain("\0");
    }

    @Test
    void text_isWrittenAsItIsWhereThatCanBe() {
        assertThat(StoredText.of("feature/größer")).isEqualTo("feature/größer");
        assertThat(StoredText.of("a\0b")).isEqualTo("a\\0000b");
        assertThat(StoredText.of("a\\b")).isEqualTo("a\\\\b");
    }

    @Test
    void key_isTheTextWhileThatIsShort() {
        assertThat(StoredText.key("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(StoredText.isCut("x".repeat(200))).isFalse();
        assertThat(StoredText.isCut("\0".repeat(50))).isTrue();
    }

    @Test
    void key_ofALongTextIsShortAndItsOwn() {
        String one = "x".repeat(100_000);
        String other = one + "y";

        assertThat(StoredText.key(one)).hasSize(120 + 1 + 64).startsWith("x".repeat(120));
        assertThat(StoredText.key(one)).isNotEqualTo(StoredText.key(other)).isEqualTo(StoredText.key(one));
        assertThat(StoredText.isCut(one)).isTrue();
    }

    @Test
    void beginningOfKey_isOneOfTheKeyOfEveryTextThatBeginsSo() {
        String text = "x".repeat(119) + "\uD83D\uDE00".repeat(100);
        for (int length : new int[] {1, 100, 119, 121, 151, 201}) {
            assertThat(StoredText.key(text)).startsWith(StoredText.beginningOfKey(text.substring(0, length)));
        }
    }
}
