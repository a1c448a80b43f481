package dev.bengal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputPhasesTest {
    private long millis;
    private final OutputPhases phases =
            new OutputPhases(Optional.of(PhasePattern.of("^== (.+) ==$")), () -> millis * 1_000_000);

    @Test
    void patternThatGoesTooDeep_isSaidAndNotTriedAgain() {
        OutputPhases deep = new OutputPhases(Optional.of(PhasePattern.of("(a|b)*c|phase (x)")), () -> 0);
        deep.line("a".repeat(200_000));
        deep.line("phase x");

        assertThat(deep.complaint().orElseThrow())
                .isEqualTo(
                        "The pattern '(a|b)*c|phase (x)' goes too deep on one of the lines, as nested repetitions do."
                                + " From there on no phases were looked for.");
        assertThat(deep.phases(0, 1, Outcome.SUCCESS)).isEmpty();
    }

    @Test
    void nameOfAGroupThatIsOnlyText_isNoGroup() {
        assertThat(PhasePattern.of("\\(?<name>(.*)").name("<name>foo")).contains("foo");
        assertThat(PhasePattern.of("\\Q(?<name>\\E(.*)").name("(?<name>foo")).contains("foo");
    }

    @Test
    void lineWithAName_endsThePhaseBeforeIt() {
        at(10, "noise");
        at(30, "== compile ==");
        at(40, "noise");
        at(100, "== test ==");

        assertThat(phases.phases(0, 250_000_000, Outcome.FAILED))
                .containsExactly(
                        PhaseMetrics.timed("compile", null, 30.0, 70, Outcome.SUCCESS),
                        PhaseMetrics.timed("test", null, 100.0, 150, Outcome.FAILED));
        assertThat(phases.unattributedMillis(0, 250_000_000)).isEqualTo(30);
    }

    @Test
    void sameName_goesOnAndComesBack() {
        at(10, "== a ==");
        at(20, "== a ==");
        at(30, "== b ==");
        at(40, "== a ==");

        assertThat(phases.phases(0, 50_000_000, Outcome.SUCCESS))
                .extracting(PhaseMetrics::name, PhaseMetrics::durationMillis)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", 20.0),
                        org.assertj.core.groups.Tuple.tuple("b", 10.0),
                        org.assertj.core.groups.Tuple.tuple("a", 10.0));
    }

    @Test
    void withoutAName_allTimeBelongsToNoPhase() {
        at(10, "noise");

        assertThat(phases.phases(0, 50_000_000, Outcome.SUCCESS)).isEmpty();
        assertThat(phases.unattributedMillis(0, 50_000_000)).isEqualTo(50);
    }

    /** The pipe is read to its end after the command has ended. */
    @Test
    void lineAfterTheEnd_makesNoPhaseThatEndsBeforeItBegins() {
        at(60, "== late ==");

        assertThat(phases.phases(0, 50_000_000, Outcome.SUCCESS))
                .containsExactly(PhaseMetrics.timed("late", null, 50.0, 0, Outcome.SUCCESS));
    }

    @Test
    void phasesWithoutEnd_areCutOff() {
        for (int i = 0; i < OutputPhases.MOST + 5; i++) {
            at(i, "== " + i + " ==");
        }

        assertThat(phases.phases(0, 1, Outcome.SUCCESS)).hasSize(OutputPhases.MOST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "== (.+) ==           ~ == link ==           ~ link",
                "Step \\d+            ~ at Step 12: run      ~ Step 12",
                "(\\w+) (?<name>\\w+) ~ enter compile        ~ compile",
                "(a)|(b)              ~ b                    ~ b",
                "\\[(.*)\\]           ~ x [  spaced  ] y     ~ spaced",
                "^a(go)               ~ a\u001b[1;32mgo\u001b[0m. ~ go",
                "(.+)                 ~ a\u0007b             ~ a b"
            })
    void name_isTheNamedGroupElseTheFirstElseAll(String regex, String line, String name) {
        assertThat(PhasePattern.of(regex).name(line)).contains(name);
    }

    @Test
    void name_isShortAndNotBlank() {
        assertThat(PhasePattern.of("x(.*)").name("x   ")).isEmpty();
        assertThat(PhasePattern.of("x(.*)").name("y")).isEmpty();
        assertThat(PhasePattern.of(".*").name("😀".repeat(200))).contains("😀".repeat(80));
    }

    @Test
    void brokenPattern_isASentence() {
        assertThatExceptionOfType(ExperimentException.class)
                .isThrownBy(() -> PhasePattern.of("(open"))
                .withMessage("'(open' is no regular expression: Unclosed group near character 6.");
    }

    @Test
    void lines_endAtNewlinesAndReturnsAndTheEnd() {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(lines::add);
        feed(splitter, "one\ntw");
        feed(splitter, "o\r\n\n10 %\r20 %");
        splitter.end();

        assertThat(lines).containsExactly("one", "two", "10 %", "20 %");
    }

    @Test
    void longLine_isCutAndWhatFollowsIsSeen() {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(lines::add);
        feed(splitter, "x".repeat(3 * LineSplitter.LONGEST) + "\nnext\n");

        assertThat(lines).containsExactly("x".repeat(LineSplitter.LONGEST), "next");
    }

    private static void feed(LineSplitter splitter, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        splitter.accept(bytes, bytes.length);
    }

    private void at(long time, String line) {
        millis = time;
        phases.line(line);
    }
}
