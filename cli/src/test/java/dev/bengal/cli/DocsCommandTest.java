package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bengal perf docs}. */
class DocsCommandTest {
    private static final String OPEN = "<!-- bengal:perf metric=total_duration_ms scenario=\"site full\" -->";
    private static final String CLOSE = "<!-- /bengal:perf -->";

    @TempDir
    private Path folder;

    private Terminal terminal;
    private Path readme;

    @BeforeEach
    void fill() {
        terminal = new Terminal(folder);
        new HandWritten(folder).quiet().write();
        readme = folder.resolve("README.md");
    }

    private Terminal.Run docs(String text, String... options) throws IOException {
        Files.writeString(readme, text);
        String[] arguments = new String[options.length + 3];
        System.arraycopy(new String[] {"perf", "docs", "README.md"}, 0, arguments, 0, 3);
        System.arraycopy(options, 0, arguments, 3, options.length);
        return terminal.run(arguments);
    }

    private static String origin() {
        return "(2026-03-01, " + HandWritten.hash(9).substring(0, 8) + ")";
    }

    @Test
    void figure_isReplacedWithDateAndCommit() throws IOException {
        Terminal.Run run = docs("It takes " + OPEN + "long" + CLOSE + " here.\n");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("1 block, 1 renewed.\n");
        assertThat(readme).hasContent("It takes " + OPEN + "0.99s " + origin() + CLOSE + " here.\n");
        assertThat(terminal.run("perf", "docs", "README.md").out()).isEqualTo("1 block, all current already.\n");
    }

    @Test
    void check_namesTheHistoryInTheCommandThatRenews() throws IOException {
        Files.copy(folder.resolve(".bengal-metrics/history.jsonl"), folder.resolve("figures.jsonl"));

        Terminal.Run run = docs(OPEN + "long" + CLOSE, "--check", "--history", "figures.jsonl");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .endsWith("1 block, 1 stale. To renew them: bengal perf docs --history figures.jsonl README.md\n");
    }

    @Test
    void check_failsWhereABlockIsStale() throws IOException {
        String stale = "a\n" + OPEN + "\nlong\n" + CLOSE + "\n";

        Terminal.Run run = docs(stale, "--check");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        readme + ":2: stale, should be 0.99s " + origin(),
                        "1 block, 1 stale. To renew them: bengal perf docs README.md");
        assertThat(readme).hasContent(stale);
        terminal.run("perf", "docs", "README.md");
        assertThat(terminal.run("perf", "docs", "--check", "README.md").exitCode())
                .isZero();
    }

    @Test
    void lineEndings_areKept() throws IOException {
        docs("a\r\n" + OPEN + "\r\nlong\r\n" + CLOSE + "\r\nb\r\n");

        assertThat(Files.readString(readme))
                .isEqualTo("a\r\n" + OPEN + "\r\n0.99s " + origin() + "\r\n" + CLOSE + "\r\nb\r\n");
    }

    /** The second fence is a line of the first one's code, since a fence that closes has no word behind it. */
    @Test
    void fenceWithAWord_closesNone() throws IOException {
        String text = "```md\n```java\n" + OPEN + "example" + CLOSE + "\n```\n" + OPEN + "long" + CLOSE + "\n";

        Terminal.Run run = docs(text, "--check");

        assertThat(run.out()).startsWith(readme + ":5: stale").contains("1 block, 1 stale");
        docs(text);
        assertThat(readme)
                .content()
                .contains("```java\n" + OPEN + "example" + CLOSE)
                .doesNotContain("long");
    }

    @Test
    void marksWithinALinesCode_areExamples() throws IOException {
        Terminal.Run run = docs(
                "Write `` ` " + OPEN + " `` and ``` " + CLOSE + " ``` around it: a ` or \\` is none, " + OPEN + "long"
                        + CLOSE + " is one.\n```` on ` one ```` line is no fence\n" + OPEN + "long" + CLOSE + "\n");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("2 blocks, 2 renewed.\n");
        assertThat(readme).content().doesNotContain("long").contains("`` ` " + OPEN + " ``");
    }

    @Test
    void table_hasTheNewestBuildFirst() throws IOException {
        docs("<!-- bengal:perf metric=total_duration_ms show=table last=2 -->" + CLOSE);

        assertThat(Files.readString(readme)).contains("""
                -->
                | Date | Commit | Time |
                |---|---|--:|
                | 2026-03-01 | %s | 0.99s |
                | 2026-03-01 | %s | 1.01s |
                <!--""".formatted(
                        HandWritten.hash(9).substring(0, 8), HandWritten.hash(8).substring(0, 8)));
    }

    @Test
    void sparkline_goesFromTheLeastToTheGreatest() throws IOException {
        docs("<!-- bengal:perf metric=total_duration_ms show=sparkline last=5 -->" + CLOSE);

        assertThat(Files.readString(readme)).contains("-->▅▆▃█▁ 0.99s " + origin() + "<!--");
    }

    @Test
    void badge_isAPictureBesideTheDocument() throws IOException {
        String text =
                "<!-- bengal:perf metric=total_duration_ms show=badge file=img/time.svg label='site <b>' -->" + CLOSE;
        Files.createDirectory(folder.resolve("img"));

        Terminal.Run run = docs(text);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(readme)).contains("-->![site b: 0.99s](img/time.svg)<!--");
        assertThat(folder.resolve("img/time.svg"))
                .content()
                .startsWith("<svg ")
                .contains("site &lt;b&gt;: 0.99s " + origin());
        Files.writeString(folder.resolve("img/time.svg"), "old");
        assertThat(terminal.run("perf", "docs", "--check", "README.md").exitCode())
                .isEqualTo(1);
    }

    @Test
    void badge_staysInTheProject() throws IOException {
        assertThat(docs("<!-- bengal:perf metric=total_duration_ms show=badge file=../../x.svg -->" + CLOSE)
                        .err())
                .contains("README.md:1: show=badge needs a file=… that ends with .svg and lies in ");
    }

    @Test
    void unclosedBlock_isNamedAndNothingIsWritten() throws IOException {
        String text = OPEN + "x" + CLOSE + "\n\n" + OPEN + "\n";

        Terminal.Run run = docs(text);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("README.md:3: the block that begins here has no end; write <!-- /bengal:perf --> behind it.");
        assertThat(readme).hasContent(text);
        assertThat(docs(CLOSE).err()).contains("README.md:1: a block ends here that never began.");
        assertThat(docs(OPEN + OPEN + CLOSE).err()).contains("README.md:1: the block that begins here has no end");
    }

    @Test
    void examplesInCode_areLeftAlone() throws IOException {
        String text = "```html\n" + OPEN + "\n```\n\n~~~~\n```\n" + CLOSE + "\n~~~~\n";

        Terminal.Run run = docs(text);

        assertThat(run.out()).isEqualTo("0 blocks, all current already.\n");
        assertThat(readme).hasContent(text);
    }

    @Test
    void settings_areChecked() throws IOException {
        assertThat(docs("<!-- bengal:perf scenario=x -->" + CLOSE).err())
                .contains("README.md:1: the block names no metric");
        assertThat(docs("<!-- bengal:perf metric=a b -->" + CLOSE).err()).contains("'b' should be a setting");
        assertThat(docs("<!-- bengal:perf metric=a colour=b -->" + CLOSE).err())
                .contains("'colour' is no setting; known are branch,");
        assertThat(docs("<!-- bengal:perf metric=gone -->" + CLOSE).err())
                .contains("none of these builds measured 'gone'. The newest one has: total_duration_ms.");
        assertThat(docs("<!-- bengal:perf metric=total_duration_ms scenario=gone -->" + CLOSE)
                        .err())
                .contains("no build of that sort is recorded");
    }

    @Test
    void oneBadDocument_keepsTheOthersAsTheyWere() throws IOException {
        Files.writeString(folder.resolve("bad.md"), OPEN);
        String text = OPEN + CLOSE;
        Files.writeString(readme, text);

        assertThat(terminal.run("perf", "docs", "README.md", "bad.md").exitCode())
                .isEqualTo(2);
        assertThat(readme).hasContent(text);
    }
}
