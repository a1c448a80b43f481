package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.cli.PerfCommand.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bengal perf} without the parser has to be what it is with it. */
class PlainPerfTest {
    @TempDir
    private Path folder;

    private static String[] words(String line) {
        return line.split(" ", -1);
    }

    @Test
    void plain_isReadWithItsDefaults() {
        assertThat(PlainPerf.of("perf")).contains(new PlainPerf(null, null, Format.table));
        assertThat(PlainPerf.of(words("-C docs perf --last all -f json")))
                .contains(new PlainPerf(Path.of("docs"), Integer.MAX_VALUE, Format.json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "build",
                "perf show",
                "perf perf",
                "perf --help",
                "perf -h",
                "perf -V",
                "perf -n",
                "perf -n 0",
                "perf -n -3",
                "perf -n 3 -n 4",
                "perf -n 3 --last 4",
                "perf -n=3",
                "perf -n3",
                "perf -f TABLE",
                "perf -f yaml",
                "perf -C",
                "perf -C ",
                "perf -C a -C b",
                "perf -C \"a\"",
                "perf -C perf",
                "perf -C -n",
                "-n 3 perf",
                "-f json perf",
                "perf -- -n 3",
                "perf --branch main",
                "perf show 1 -n 3",
                "-C perf",
                "perf @file"
            })
    void anythingElse_isLeftToTheParser(String line) {
        assertThat(PlainPerf.of(words(line))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "perf -C .",
                "-C . perf",
                "perf -C . -n 1",
                "perf --last all -C . --format json",
                "perf -f csv -C . -n 2",
                "perf -C . -f markdown",
                "perf -n 3 -C missing",
                "perf -C elsewhere"
            })
    void plain_answersAsTheParserWouldHave(String line) throws IOException {
        StepHistory.write(folder, 20, 12);
        Files.createDirectories(folder.resolve("elsewhere"));
        Terminal terminal = new Terminal(folder);
        // An option that changes nothing, and that only the parser knows.
        List<String> parsed = new ArrayList<>(List.of(words(line)));
        parsed.addAll(List.of("--since", "1999-01-01"));

        assertThat(PlainPerf.of(words(line))).isPresent();
        Terminal.Run plain = terminal.run(words(line));
        Terminal.Run other = terminal.run(parsed.toArray(String[]::new));

        assertThat(plain).isEqualTo(other);
        assertThat(plain.out() + plain.err()).isNotBlank();
    }
}
