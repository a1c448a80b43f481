package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainBuildTest {
    @Test
    void plainBuild_readsCommonOptions() {
        assertThat(PlainBuild.of("build")).contains(new PlainBuild(null, null, null, null, false, false, false));
        assertThat(PlainBuild.of(words("-C docs build site --full -o out -e live --no-metrics -v")))
                .contains(new PlainBuild(Path.of("docs"), Path.of("site"), Path.of("out"), "live", true, true, true));
        assertThat(PlainBuild.of(words("build --output out --environment live --verbose")))
                .isEqualTo(PlainBuild.of(words("build -o out -e live -v")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "perf",
                "site build",
                "build a b",
                "build --full --full",
                "build -o",
                "build -o a -o b",
                "-o a build",
                "--full build",
                "build --output=a",
                "build -o a --output b",
                "build -v --verbose",
                "build --environment",
                "build -oa",
                "build --help",
                "build --jobs 2",
                "build --allocations",
                "build @file",
                "build build",
                "build -- a",
                "build $HOME"
            })
    void plainBuild_leavesTheRestToTheParser(String line) {
        assertThat(PlainBuild.of(words(line))).isEmpty();
    }

    /** {@code --no-allocations} changes nothing of such a build, but only the parser knows it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "build site",
                "build site --full --no-metrics",
                "-C site build -o out",
                "build site -e nowhere",
                "build nothing",
                "build site -v",
                "build --output out site --verbose"
            })
    void plainBuild_doesWhatTheParserWouldDo(String line, @TempDir Path plain, @TempDir Path parsed) throws Exception {
        assertThat(PlainBuild.of(words(line))).isPresent();
        SampleSite.in(plain);
        SampleSite.in(parsed);

        Terminal.Run one = new Terminal(plain).run(words(line));
        Terminal.Run other = new Terminal(parsed).run(words(line + " --no-allocations"));

        assertThat(one.exitCode()).isEqualTo(other.exitCode());
        assertThat(masked(one.err(), plain)).isEqualTo(masked(other.err(), parsed));
        assertThat(one.out().lines().count()).isEqualTo(other.out().lines().count());
        assertThat(files(plain)).isEqualTo(files(parsed));
    }

    private static String masked(String text, Path folder) {
        return text.replace(folder.toString(), "FOLDER");
    }

    private static List<String> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .map(file -> file.replaceAll("build_.*|-[0-9a-f]{10}\\.(txt|bin)", "ID"))
                    .sorted()
                    .toList();
        }
    }

    private static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ");
    }
}
