package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
    private static final Pattern ID = Pattern.compile("\"build_id\":\"([^\"]+)\"");

    @TempDir
    private Path folder;

    private SampleSite site;
    private Terminal terminal;

    @BeforeEach
    void makeSite() {
        site = SampleSite.in(folder);
        terminal = new Terminal(folder);
    }

    @Test
    void show_isAboutTheLatestBuild() {
        terminal.run("build");
        terminal.run("build", "--full");
        Terminal.Run run = terminal.run("perf", "show");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Build " + id(1) + "\n")
                .contains("  scenario     site full\n", "\nrendering ", "\ntotal ")
                .doesNotContain("Allocated in", "Measurement");
        assertThat(terminal.run("perf", "show", "previous").out()).startsWith("Build " + id(0) + "\n");
        assertThat(terminal.run("perf", "show", id(0)).out()).startsWith("Build " + id(0) + "\n");
    }

    @Test
    void json_isTheRecordExactlyAsStored() {
        terminal.run("build");

        assertThat(terminal.run("perf", "show", "--format", "json").out())
                .isEqualTo(site.records().get(0) + System.lineSeparator());
    }

    @Test
    void unknownBuild_isASentenceWithTheNearest() {
        terminal.run("build");
        terminal.run("build");
        Terminal.Run run = terminal.run("perf", "show", "zzzz");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("bengal: No build is called 'zzzz'; the nearest are " + id(1) + ", " + id(0) + "."
                        + System.lineSeparator());
    }

    @Test
    void blankName_isWrongUsage() {
        terminal.run("build");
        terminal.run("build");
        Terminal.Run run = terminal.run("perf", "show", "");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'' names no build: give latest, previous, an id or a commit.");
    }

    @Test
    void ambiguousBeginning_isASentenceWithThoseThatFit() {
        terminal.run("build");
        terminal.run("build");
        Terminal.Run run = terminal.run("perf", "show", "0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("2 builds begin with '0': " + id(1) + ", " + id(0) + ". Give more of the id.");
    }

    @Test
    void noHistory_isASentence() {
        Terminal.Run run = terminal.run("perf", "show");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("No builds are recorded", "bengal perf run -- COMMAND", "bengal build SITE");
    }

    @Test
    void previousOfOneBuild_isASentence() {
        terminal.run("build");

        assertThat(terminal.run("perf", "show", "previous").err())
                .contains("There is no build before the latest one yet.");
    }

    @Test
    void idThatSteersATerminal_isShownWithoutItsPower() throws IOException {
        terminal.run("build");
        Files.writeString(site.history(), site.records().get(0).replace(id(0), "\\u001b[31mred") + "\n");

        assertThat(terminal.run("perf", "show", "x").err())
                .contains("\uFFFD[31mred")
                .doesNotContain("\u001b");
        assertThat(terminal.run("perf", "show").out()).startsWith("Build \uFFFD[31mred\n");
    }

    @Test
    void damagedLines_arePlacedAndTheBuildShown() throws IOException {
        terminal.run("build");
        Files.writeString(site.history(), site.records().get(0) + "\n{\"torn\n");
        Terminal.Run run = terminal.run("perf", "show");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("history.jsonl:2: not JSON");
    }

    @Test
    void historyOption_readsAnyFile() throws IOException {
        terminal.run("build");
        Files.move(site.history(), folder.resolve("old.jsonl"));

        assertThat(terminal.run("perf", "show", "--history", "old.jsonl").out()).startsWith("Build ");
    }

    @Test
    void allocations_areShownAndDrawn() throws IOException {
        Terminal.Run build = terminal.run("build", "--allocations");
        Terminal.Run show = terminal.run("perf", "show", "--flamegraph", "flame.html");

        assertThat(build.exitCode()).isZero();
        assertThat(build.out()).contains("\nAllocated in ", " of the flight recorder.");
        assertThat(build.err()).doesNotContain("warning");
        assertThat(site.records().get(0)).contains("\"top_allocators\":[{\"file\":\"", "\"allocations_recorded\"");
        assertThat(show.exitCode()).isZero();
        assertThat(show.out()).contains("\nAllocated in ", "\nallocations_recorded ");
        assertThat(show.err()).contains("The flame graph is in " + folder.resolve("flame.html"));
        assertThat(folder.resolve("flame.html"))
                .content()
                .startsWith("<!doctype html>")
                .contains("dev.bengal.cli.BuildCommand.call");
    }

    @Test
    void flameGraphOfABuildWithoutStacks_isASentence() {
        terminal.run("build");
        Terminal.Run run = terminal.run("perf", "show", "--flamegraph", "flame.html");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("no stacks of build " + id(0), "bengal build --allocations");
        assertThat(folder.resolve("flame.html")).doesNotExist();
    }

    @Test
    void flameGraphThatCannotBeWritten_isASentence() {
        terminal.run("build", "--allocations");
        Terminal.Run run = terminal.run("perf", "show", "--flamegraph", "none/flame.html");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("none", "cannot be written");
    }

    @Test
    void stacksThatCannotBeKept_costOneWarning() throws IOException {
        terminal.run("build");
        Files.createFile(folder.resolve(".bengal-metrics/allocations"));
        Terminal.Run run = terminal.run("build", "--allocations");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines()).singleElement().asString().startsWith("warning: there will be no flame graph");
        assertThat(site.records().get(1)).contains("\"allocations_recorded\"");
    }

    @Test
    void configuration_recordsEveryNthBuild() {
        site.put("bengal.toml", "[perf]\nallocations = \"every 2nd\"\n");
        terminal.run("build");
        terminal.run("build");
        terminal.run("build");
        terminal.run("build", "--no-allocations");

        assertThat(site.records().stream().map(line -> line.contains("\"allocations_recorded\"")))
                .containsExactly(false, true, false, false);
    }

    @Test
    void configurationThatSaysNothingKnown_isASentence() {
        site.put("bengal.toml", "[perf]\nallocations = \"sometimes\"\n");
        Terminal.Run run = terminal.run("build");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains("'perf.allocations' is 'sometimes'");
    }

    @Test
    void allocationsWithoutMetrics_areAContradiction() {
        Terminal.Run run = terminal.run("build", "--allocations", "--no-metrics");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--allocations", "--no-metrics");
        assertThat(terminal.run("build", "--no-allocations", "--no-metrics").exitCode())
                .isZero();
    }

    private String id(int record) {
        Matcher id = ID.matcher(site.records().get(record));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
