package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents of this repository, which lies around the module: their figures are those of {@code docs/figures.jsonl}. */
class OwnDocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private static List<String> documents() throws IOException {
        Matcher call = Pattern.compile("--history docs/figures\\.jsonl (.+)").matcher(text(".ci/figures.sh"));
        assertThat(call.find()).isTrue();
        return List.of(call.group(1).split(" "));
    }

    private static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    private static Terminal.Run check(Path root) throws IOException {
        List<String> words = new ArrayList<>(List.of("perf", "docs", "--check", "--history", "docs/figures.jsonl"));
        words.addAll(documents());
        return new Terminal(root).run(words.toArray(String[]::new));
    }

    @Test
    void documents_showWhatTheHistoryHolds() throws IOException {
        assertThat(documents()).contains("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md");
        assertThat(text(".ci/run")).contains("\n.ci/figures.sh\n");

        Terminal.Run run = check(ROOT);

        assertThat(run.out()).matches("[2-9] blocks, all current\\.\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void documents_areFoundStaleWhereAFigureWasChangedByHand() throws IOException {
        for (String file : documents()) {
            Files.createDirectories(folder.resolve(file).resolveSibling(""));
            Files.writeString(folder.resolve(file), text(file).replaceAll("(--)>[0-9.]+s \\(", "$1>0.01s ("));
        }
        Files.createDirectories(folder.resolve("docs"));
        Files.copy(ROOT.resolve("docs/figures.jsonl"), folder.resolve("docs/figures.jsonl"));

        Terminal.Run run = check(folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("README.md:", "CONTRIBUTING.md:", "stale");
    }
}
