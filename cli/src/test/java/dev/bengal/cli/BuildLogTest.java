package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
    private static final Pattern JSON = Pattern.compile(
            "(?m)^\\{\"name\":\"([^\"]+)\",\"parent\":[^,]+,\"depth\":\\d+,\"duration_ms\":([0-9.]+),.*\"outcome\":\"success\"}$");
    private static final Pattern MEMORY =
            Pattern.compile("(?m)^( *\\S.*?) +([0-9.]+m?s) +([+−±][0-9.]+MB|–)  peak ([0-9.]+MB|–)$");

    @TempDir
    private Path folder;

    private SampleSite site;
    private Terminal terminal;

    @BeforeEach
    void makeSite() {
        site = SampleSite.in(folder.resolve("site"));
        terminal = new Terminal(folder);
    }

    @Test
    void withoutTheOption_nothingIsLogged() {
        terminal.run("build", "site");

        assertThat(terminal.run("build", "site").err()).isEmpty();
    }

    @Test
    void log_endsWithThePhaseAroundTheOthers() {
        List<String> lines =
                terminal.run("build", "site", "--log").err().lines().toList();

        assertThat(lines.get(0)).matches("output +[0-9.]+m?s");
        assertThat(lines.get(1)).matches("configuration +[0-9.]+m?s");
        assertThat(lines).anyMatch(line -> line.matches("  walk +[0-9.]+m?s"));
        assertThat(lines).anyMatch(line -> line.matches("discovery +[0-9.]+m?s"));
        assertThat(indexOf(lines, "  pages ")).isLessThan(indexOf(lines, "rendering "));
    }

    @Test
    void logOfMemory_saysTheNumbersOfTheTable() {
        Terminal.Run run = terminal.run("build", "site", "--log-memory", "--verbose");
        List<MatchResult> lines = MEMORY.matcher(run.err()).results().toList();

        assertThat(lines).hasSizeGreaterThan(10);
        for (MatchResult line : lines) {
            assertThat(run.out().lines().filter(row -> row.startsWith(line.group(1) + " ")))
                    .singleElement()
                    .asString()
                    .contains(line.group(2), line.group(4));
        }
    }

    @Test
    void logAsJson_saysTheNumbersOfTheRecord() {
        String err = terminal.run("build", "site", "--log-format", "json").err();
        List<MatchResult> lines = JSON.matcher(err).results().toList();

        assertThat(lines).hasSizeGreaterThan(10);
        for (MatchResult line : lines) {
            assertThat(site.records().get(0))
                    .containsPattern("\"name\":\"" + line.group(1) + "\",[^}]*\"duration_ms\":"
                            + Pattern.quote(line.group(2)) + ",");
        }
    }

    @Test
    void log_worksWithoutARecord() {
        assertThat(terminal.run("build", "site", "--no-metrics", "--log-memory").err())
                .containsPattern("(?m)^rendering +[0-9.]+m?s +–  peak –$");
    }

    private static int indexOf(List<String> lines, String start) {
        return lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow());
    }
}
