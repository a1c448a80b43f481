package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardCommandTest {
    @TempDir
    private Path folder;

    private String written(String... more) throws IOException {
        String[] arguments = new String[more.length + 6];
        System.arraycopy(new String[] {"perf", "-C", ".", "dashboard", "-o", "page.html"}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        Terminal.Run run = new Terminal(folder).run(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("The dashboard is in " + folder.resolve("page.html"));
        return Files.readString(folder.resolve("page.html"));
    }

    @Test
    void file_holdsBuildsSeriesAndJudgementsAndAsksForNothing() throws IOException {
        StepHistory.write(folder, 60, 40);
        String page = written();

        assertThat(page)
                .contains("\"can_accept\":false", "\"first_bad_build\" : \"b40\"", "\"b59\":{\"schema_version\"")
                .contains("\"total_duration_ms\":{\"schema_version\"", "\"stacks\":{}")
                .doesNotContain("src=\"http", "href=\"http", "@import");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(1 << 20);
    }

    @Test
    void file_holdsTheNewestBuildsOnlyWhereThatIsSaid() throws IOException {
        StepHistory.write(folder, 60, 40);

        assertThat(written("-n", "5"))
                .contains("\"b55\":{\"schema_version\"")
                .doesNotContain("\"b54\":{\"schema_version\"");
    }

    /** Of which the gate says that its baseline is too short. */
    @Test
    void card_ofAScenarioWithoutATimeSaysWhatTheGateSaysOfAnotherMetric() throws IOException {
        StepHistory.write(folder, 3, 3);
        Path history = folder.resolve(".bengal-metrics/history.jsonl");
        Files.writeString(
                history,
                Files.readString(history)
                        .replaceAll("\"total_duration_ms\":[^,]*,", "")
                        .replaceAll("\"phases\":\\[.*?],", ""));

        assertThat(written())
                .contains("\"judged_metric\":\"allocated_mb\"", "\"reason\":\"the baseline has 2 builds, 6 too few\"")
                .doesNotContain("no build of it is successful");
    }

    @Test
    void file_ofNoHistoryIsAPageThatSaysSo() throws IOException {
        assertThat(written()).contains("\"cards\":[]", "No builds are recorded yet.");
    }

    @Test
    void dash_printsThePage() {
        Terminal.Run run = new Terminal(folder).run("perf", "-C", ".", "dashboard", "-o", "-");

        assertThat(run.out()).startsWith("<!").endsWith("</html>\n");
        assertThat(run.err()).isEmpty();
        assertThat(folder.resolve("-")).doesNotExist();
    }

    @Test
    void file_thatCannotBeWrittenIsNamed() {
        Terminal.Run run = new Terminal(folder).run("perf", "-C", ".", "dashboard", "-o", "missing/page.html");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("missing/page.html cannot be written");
    }

    @Test
    void file_staysAsItWasWhereTheHistoryCannotBeRead() throws IOException {
        Files.createDirectories(folder.resolve(".bengal-metrics/history.jsonl"));
        Path page = Files.writeString(folder.resolve("page.html"), "good");

        Terminal.Run run = new Terminal(folder).run("perf", "-C", ".", "dashboard", "-o", "page.html");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(page).hasContent("good");
    }

    @Test
    void newFile_isReadableAsFarAsTheUmaskAllows() throws Exception {
        List<String> words = new ArrayList<>(List.of("sh", "-c", "umask 027; exec \"$@\"", "sh"));
        words.addAll(BengalProcess.command());
        words.addAll(List.of("perf", "-C", ".", "dashboard", "-o", "page.html"));
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(permissions(folder.resolve("page.html"))).isEqualTo("rw-r-----");
    }

    @Test
    void fileThatIsReplaced_allowsWhatItAllowed() throws IOException {
        Path page = Files.createFile(
                folder.resolve("page.html"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

        assertThat(written()).contains("No builds are recorded yet.");

        assertThat(permissions(page)).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .as("no draft is left")
                    .noneMatch(file -> file.toString().endsWith(".draft"));
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void output_isWanted() {
        assertThat(new Terminal(folder).run("perf", "dashboard").err()).contains("Missing required option: '--output");
    }
}
