package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bengal perf changes} on a recorded history. */
class ChangesHistoryTest {
    @TempDir
    private Path folder;

    private Terminal.Run changes(String... options) {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"perf", "-C", ".", "changes"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return new Terminal(folder).run(arguments);
    }

    @Test
    void changes_nameTheCommitThatMadeTheStep() throws IOException {
        StepHistory.write(folder, 30, 20);

        Terminal.Run run = changes();

        assertThat(run.exitCode()).as(run.err()).isZero();
        // The twenty-first build is of the 21st of January; nothing else stepped.
        assertThat(run.out().lines().skip(2))
                .singleElement()
                .asString()
                .startsWith("2026-01-21")
                .contains("19abcdef", "20abcdef", "site full", "time", "+25.", "worse", "confirmed");
    }

    @Test
    void changes_asJsonHaveWhatTheTableHas() throws IOException {
        StepHistory.write(folder, 30, 26);

        Terminal.Run run = changes("--format", "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsOnlyOnce("\"metric\" :")
                .contains(
                        "\"kind\" : \"step\"",
                        "\"metric\" : \"total_duration_ms\"",
                        "\"scenario\" : \"site full\"",
                        "\"last_good\" : \"" + StepHistory.commit(25) + "\"",
                        "\"first_bad\" : \"" + StepHistory.commit(26) + "\"",
                        "\"change_pct\" : 24.999",
                        "\"interval_pct\" : [ 2",
                        // Four builds stand on the new level.
                        "\"state\" : \"provisional\"",
                        "\"accepted\" : false");
    }

    @Test
    void changes_ofTheMachineAreBlamedOnNoCommit() throws IOException {
        StepHistory.write(folder, 40, 20, 20);

        assertThat(changes().out()).contains("Changes of the environment").doesNotContain("Steps");
    }

    @Test
    void changes_lookOnlyAtWhatIsAskedFor() throws IOException {
        StepHistory.write(folder, 30, 20);

        assertThat(changes("--metric", "allocated_mb").out()).contains("No change in 1 series of up to 30 builds.");
        assertThat(changes("--scenario", "mvn verify").out())
                .contains("None of the 30 recorded builds is of the scenario 'mvn verify'; there is '");
        assertThat(changes("--metric", "parse.duration_ms").out())
                .isEqualTo(changes("--metric", "phase.parse.duration_ms").out());
        assertThat(changes("--metric", "none").exitCode()).isEqualTo(2);
        assertThat(changes("--metric", "none").err()).contains("'none'", "total_duration_ms");
    }

    @Test
    void changes_ofFewBuildsAreNotJudged() throws IOException {
        StepHistory.write(folder, 19, 10);

        assertThat(changes().out())
                .contains("Nothing is judged below 20 comparable builds; the longest series has 19.");
    }

    @Test
    void changes_withoutAHistorySaySo() {
        assertThat(changes().exitCode()).isZero();
        assertThat(changes().out()).contains("No builds are recorded in");
        assertThat(changes("--format", "json").out()).contains("\"changes\" : [ ]");
    }

    @Test
    void online_isForTheSeriesOfAFile() {
        assertThat(changes("--online").exitCode()).isEqualTo(2);
        assertThat(changes("--online").err()).contains("--series FILE");
    }
}
