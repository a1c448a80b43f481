package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.cli.history.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {
    private static final String LINE = "3 pages \\| \\d+\\.\\d\\ds \\| (\\d+\\.\\dMB|–) RSS \\| (\\d+\\.\\dMB|–) heap";

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
    void build_writesTheSiteAndARecord() {
        Terminal.Run run = terminal.run("build", "site");

        assertThat(run.exitCode()).isZero();
        assertThat(site.folder().resolve("public/guide/first/index.html")).exists();
        assertThat(site.records())
                .singleElement()
                .asString()
                .startsWith("{\"schema_version\":1,\"build_id\":\"")
                .contains("\"project\":\"site\",\"scenario\":\"site full\",\"outcome\":\"success\"")
                .contains("\"page_count\":3");
        assertThat(folder.resolve("site/.bengal-metrics/summary.json"))
                .content()
                .contains("\"trend\" : null");
        assertThat(folder.resolve("site/.bengal-metrics/builds")).isDirectoryContaining("glob:**build_*.json");
    }

    @Test
    void firstBuild_showsThePhasesAndWhereTheHistoryLies() {
        Terminal.Run run = terminal.run("build", "site");

        assertThat(run.out().lines().findFirst().orElseThrow()).matches(LINE);
        assertThat(run.out()).contains("Phase", "\ndiscovery ", "\nrendering ", "\npostprocess ", "\ntotal ");
        assertThat(run.err())
                .contains(
                        "the first build recorded here",
                        site.folder().resolve(".bengal-metrics").toString())
                .contains("To see it: bengal perf -C site");
    }

    @Test
    void nextBuild_isOneLineThatClaimsNothing() {
        terminal.run("build", "site");
        Terminal.Run run = terminal.run("build", "site", "--full");

        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.out().strip()).matches(LINE);
        assertThat(run.err()).isEmpty();
        assertThat(folder.resolve("site/.bengal-metrics/summary.json"))
                .content()
                .contains("\"builds\" : 2", "\"metric\" : \"total_duration_ms\"");
    }

    @Test
    void build_publishesDraftsAndLaterDatesOnlyWhenAsked() throws IOException {
        Files.writeString(site.folder().resolve("content/draft.md"), "---\ndraft: true\n---\nD");
        Files.writeString(site.folder().resolve("content/later.md"), "---\ndate: 9999-01-01\n---\nL");
        Terminal.Run usual = terminal.run("build", "site", "--strict");
        Terminal.Run asked = terminal.run("build", "site", "--drafts", "--future", "--strict");

        assertThat(usual.exitCode()).isZero();
        assertThat(usual.err()).contains("Not published: 1 draft (--drafts), 1 page of a later date (--future).");
        assertThat(asked.exitCode()).isZero();
        assertThat(asked.err()).doesNotContain("Not published");
        assertThat(site.folder().resolve("public/draft/index.html")).exists();
        assertThat(site.folder().resolve("public/later/index.html")).exists();
    }

    @Test
    void build_isServedWhereTheCommandLineSays() throws IOException {
        Terminal.Run run = terminal.run("build", "site", "--base-url", "https://example.org/below/");

        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(site.folder().resolve("public/sitemap.xml")))
                .contains("<loc>https://example.org/below/guide/first/</loc>");
        assertThat(terminal.run("check-links", "site", "--base-url", "https://example.org/below")
                        .exitCode())
                .isZero();
        assertThat(terminal.run("check-links", "site").exitCode()).isEqualTo(1);
        assertThat(terminal.run("build", "site", "--base-url", "example").err())
                .contains("--base-url: baseurl 'example' is no address.");
    }

    @Test
    void nextBuild_makesWhatChangedAndSaysSo() {
        terminal.run("build", "site");
        terminal.run("build", "site");
        terminal.run("build", "site", "--full", "--jobs", "1");

        assertThat(site.records().get(0)).contains("\"scenario\":\"site full\"", "\"name\":\"parse\"");
        assertThat(site.records().get(1))
                .contains("\"scenario\":\"site incremental\"")
                .doesNotContain("\"name\":\"parse\"");
        assertThat(site.records().get(2)).contains("\"scenario\":\"site full\"", "\"name\":\"parse\"");
    }

    @Test
    void jobs_mustBeOneAtLeast() {
        Terminal.Run run = terminal.run("build", "site", "--jobs", "0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--jobs is 0, but at least 1 thread must work.");
    }

    @Test
    void verbose_showsThePhasesEachTime() {
        terminal.run("build", "site");

        assertThat(terminal.run("build", "site", "--verbose").out()).contains("\n  front matter ", "(no phase)");
    }

    @Test
    void everyStep_belongsToAPhase() {
        terminal.run("build", "site");
        String record = site.records().get(0);

        assertThat(record)
                .contains("\"name\":\"discovery\",\"parent\":null", "\"name\":\"rendering\",\"parent\":null")
                .contains("\"name\":\"postprocess\",\"parent\":null")
                .contains("\"unattributed_ms\":");
    }

    @Test
    void noMetrics_recordsNothing() {
        Terminal.Run run = terminal.run("build", "site", "--no-metrics");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).matches("3 pages \\| \\d+\\.\\d\\ds \\| – RSS \\| – heap");
        assertThat(folder.resolve("site/.bengal-metrics")).doesNotExist();
    }

    @Test
    void metricsDir_movesTheHistory() {
        Terminal.Run run = terminal.run("build", "site", "--metrics-dir", "elsewhere");

        assertThat(folder.resolve("elsewhere/history.jsonl")).exists();
        assertThat(folder.resolve("site/.bengal-metrics")).doesNotExist();
        assertThat(run.err()).contains("bengal perf -C site --metrics-dir elsewhere");
    }

    @Test
    void metricsDir_mayComeFromTheVariableOrTheConfiguration() {
        site.put("bengal.toml", "[perf]\ndir = \"kept\"\nproject = \"handbook\"\n");
        terminal.run("build", "site");
        assertThat(folder.resolve("site/kept/history.jsonl")).content().contains("\"project\":\"handbook\"");

        terminal.with(Location.METRICS_VARIABLE, "shared").run("build", "site");
        assertThat(folder.resolve("shared/history.jsonl")).exists();
    }

    @Test
    void output_goesWhereItIsAskedTo() {
        terminal.run("build", "site", "-o", "out");

        assertThat(folder.resolve("out/index.html")).exists();
        assertThat(folder.resolve("site/public")).doesNotExist();
    }

    @Test
    void folderOption_namesTheRoot() {
        assertThat(terminal.run("build", "-C", "site").exitCode()).isZero();
        assertThat(terminal.run("-C", "site", "build").exitCode()).isZero();
        assertThat(site.records()).hasSize(2);
    }

    @Test
    void brokenFrontMatter_isPlacedAndTheOtherPagesBuild() {
        site.put("content/broken.md", "---\ntitle: Fine\ntags: [one, two\n---\n\n# Broken\n");
        Terminal.Run run = terminal.run("build", "site");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).containsPattern("error: content/broken\\.md:[34]: ");
        assertThat(run.err()).contains("1 page could not be built; pages built: 3");
        assertThat(site.folder().resolve("public/guide/first/index.html")).exists();
        assertThat(site.records()).singleElement().asString().contains("\"outcome\":\"failed\"");
    }

    @Test
    void brokenTemplate_isAFailedBuildAndRecorded() {
        site.put("templates/page.html", "<h1>{{ page.title </h1>");
        Terminal.Run run = terminal.run("build", "site");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("bengal: ").contains("page.html");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(site.records()).singleElement().asString().contains("\"outcome\":\"failed\"");
    }

    @Test
    void brokenConfiguration_isAFailedBuildAndRecorded() {
        site.put("bengal.toml", "title = [\n");
        Terminal.Run run = terminal.run("build", "site");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("bengal: bengal.toml:");
        assertThat(site.records()).singleElement().asString().contains("\"outcome\":\"failed\"");
    }

    @Test
    void folderThatIsNoSite_isOneSentenceAndStaysAsItIs() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Terminal.Run missing = terminal.run("build", "nowhere");
        Terminal.Run noSite = terminal.run("build", "empty");

        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err().lines())
                .singleElement()
                .asString()
                .contains(folder.resolve("nowhere").toString());
        assertThat(noSite.exitCode()).isEqualTo(2);
        assertThat(noSite.err().lines()).singleElement().asString().contains("content");
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void metricsThatCannotBeSaved_costOneWarning() throws IOException {
        Files.createFile(site.folder().resolve(".bengal-metrics"));
        Terminal.Run run = terminal.run("build", "site");

        assertThat(run.exitCode()).isZero();
        assertThat(site.folder().resolve("public/index.html")).exists();
        assertThat(run.out().strip()).matches(LINE);
        assertThat(run.err().lines()).singleElement().asString().startsWith("warning: this build was not recorded");
    }

    @Test
    void tornHistory_isNeverGluedTo() throws IOException {
        terminal.run("build", "site");
        Files.writeString(site.history(), site.records().get(0) + "\n{\"schema_version\":1,\"build");
        terminal.run("build", "site");

        assertThat(site.records()).hasSize(3);
        assertThat(site.records().get(1)).isEqualTo("{\"schema_version\":1,\"build");
        assertThat(site.records().get(2))
                .startsWith("{\"schema_version\":1,\"build_id\"")
                .endsWith("}");
    }
}
