package dev.bengal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that records carry: once written, they may never change. */
class WordsTest {
    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(usual);
    }

    @Test
    void words_areThoseOfTheFormat() {
        assertThat(Arrays.stream(Outcome.values()).map(Outcome::word))
                .containsExactly("success", "failed", "interrupted", "skipped");
        assertThat(Arrays.stream(Direction.values()).map(Direction::word)).containsExactly("lower", "higher", "none");
        assertThat(Arrays.stream(NoiseClass.values()).map(NoiseClass::word))
                .containsExactly("exact", "steady", "noisy");
    }

    @Test
    void words_doNotDependOnTheLocale() {
        // In Turkish, an upper-case I becomes a dotless one.
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));

        assertThat(Outcome.INTERRUPTED.word()).isEqualTo("interrupted");
        assertThat(Direction.HIGHER.word()).isEqualTo("higher");
        assertThat(NoiseClass.NOISY.word()).isEqualTo("noisy");
    }

    @Test
    void ofWord_findsEveryWord() {
        assertThat(Outcome.values())
                .allSatisfy(
                        outcome -> assertThat(Outcome.ofWord(outcome.word())).contains(outcome));
        assertThat(Direction.values())
                .allSatisfy(direction ->
                        assertThat(Direction.ofWord(direction.word())).contains(direction));
        assertThat(NoiseClass.values())
                .allSatisfy(noise -> assertThat(NoiseClass.ofWord(noise.word())).contains(noise));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SUCCESS", "Lower", "noisy ", "aborted"})
    void ofWord_isEmptyForAnyOther(String word) {
        assertThat(Outcome.ofWord(word)).isEmpty();
        assertThat(Direction.ofWord(word)).isEmpty();
        assertThat(NoiseClass.ofWord(word)).isEmpty();
    }
}
