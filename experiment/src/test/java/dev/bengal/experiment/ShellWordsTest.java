package dev.bengal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
    /** The words are those that dash makes of the line, by: eval "set -- $line"; printf '[%s]' "$@". */
    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("make -j4  all", List.of("make", "-j4", "all")),
                Arguments.of("  a\tb ", List.of("a", "b")),
                Arguments.of("a 'b c' \"d e\"", List.of("a", "b c", "d e")),
                Arguments.of("a'b c'd", List.of("ab cd")),
                Arguments.of("a '' \"\"", List.of("a", "", "")),
                Arguments.of("a\\ b \\'", List.of("a b", "'")),
                Arguments.of("'a\\b' \"a\\b\" \"a\\\"b\" \"a\\\\b\"", List.of("a\\b", "a\\b", "a\"b", "a\\b")),
                Arguments.of("sh -c 'echo $HOME | wc'", List.of("sh", "-c", "echo $HOME | wc")),
                Arguments.of("echo a#b c~d '#' \\$x", List.of("echo", "a#b", "c~d", "#", "$x")),
                Arguments.of("printf {n} {}", List.of("printf", "{n}", "{}")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void words_areThoseOfAShell(String line, List<String> words) {
        assertThat(ShellWords.of(line)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b",
                "a > b",
                "a && b",
                "a; b",
                "echo $HOME",
                "echo `date`",
                "ls *.c",
                "cd ~",
                "a # b",
                "echo \"$x\""
            })
    void whatNeedsAShell_isRefused(String line) {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> ShellWords.of(line))
                .withMessageContaining(line)
                .withMessageContaining("sh -c");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '@',
            value = {"a 'b, inside of a '", "a \"b, inside of a \"", "a\\, with a backslash"})
    void openQuote_isRefused(String line, String reason) {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> ShellWords.of(line))
                .withMessageContaining(reason);
    }

    @Test
    void nothing_isRefused() {
        assertThatExceptionOfType(ExperimentException.class).isThrownBy(() -> ShellWords.of(" "));
    }
}
