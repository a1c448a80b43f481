package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedTextsTest {
    private final SharedTexts texts = new SharedTexts();

    @Test
    void aTextSeenBefore_isTheSameObject() {
        String first = texts.shared(copy("rendering"));

        assertThat(texts.shared(copy("rendering"))).isSameAs(first);
    }

    @Test
    void twoTextsOfOneHash_areNotMixedUp() {
        assertThat(texts.shared("Aa")).isEqualTo("Aa");
        assertThat(texts.shared("BB")).isEqualTo("BB");
        assertThat(texts.shared("Aa")).isEqualTo("Aa");
    }

    @Test
    void aLongText_isLeftAsItIs() {
        String text = "x".repeat(65);
        texts.shared(text);

        String other = copy(text);
        assertThat(texts.shared(other)).isSameAs(other);
    }

    private static String copy(String text) {
        return String.valueOf(text.toCharArray());
    }
}
