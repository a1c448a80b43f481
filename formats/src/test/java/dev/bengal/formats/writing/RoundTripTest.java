package dev.bengal.formats.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bengal.formats.reading.Format;
import dev.bengal.formats.reading.ImportedRun;
import dev.bengal.formats.reading.ResultFile;
import dev.bengal.formats.reading.ResultReader;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import dev.bengal.model.MemoryTotals;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read and written again is what it was, as far as the format carries it. */
class RoundTripTest {
    private static final Path RESULTS = Path.of("src/test/resources/dev/bengal/formats/results");

    private static BuildMetrics build(ImportedRun run) {
        return build(run, "bench");
    }

    private static BuildMetrics build(ImportedRun run, String scenario) {
        BuildMetrics sample = SampleBuild.id("a").scenario(scenario).build();
        return new BuildMetrics(
                sample.identity(),
                dev.bengal.model.BuildStats.of(run.outcome()),
                sample.commit(),
                null,
                new dev.bengal.model.Totals(
                        new dev.bengal.model.TimeTotals(null, null, null, null),
                        new dev.bengal.model.MemoryTotals(null, null, null, null, null),
                        dev.bengal.model.GcActivity.UNKNOWN,
                        dev.bengal.model.IoVolume.UNKNOWN,
                        List.of()),
                List.of(),
                List.of(),
                run.measurements(),
                sample.environment());
    }

    private static ImportedRun read(String text, Format format) {
        return ResultReader.read(
                        List.of(ResultFile.of("again", text.getBytes(StandardCharsets.UTF_8))), Optional.of(format))
                .get(0);
    }

    private static String file(String name) throws IOException {
        return Files.readString(RESULTS.resolve(name));
    }

    @Test
    void hyperfine_comesBackWithParametersAndRuns() throws IOException {
        ImportedRun run = read(file("hyperfine.json"), Format.HYPERFINE);
        StringBuilder written = new StringBuilder();

        new HyperfineWriter().write(List.of(build(run)), written);
        ImportedRun again = read(written.toString(), Format.HYPERFINE);

        assertThat(again.measurements()).isEqualTo(run.measurements());
        assertThat(again.outcome()).isEqualTo(run.outcome());
    }

    @Test
    void hyperfine_hasWholeBytes() throws IOException {
        StringBuilder written = new StringBuilder();

        new HyperfineWriter()
                .write(
                        List.of(SampleBuild.id("a")
                                .millis(1000)
                                .memory(new MemoryTotals(null, 1.754, null, null, null))
                                .build()),
                        written);

        // 1.754 * 1048576 = 1839202.304
        assertThat(written.toString()).containsPattern("\"memory_usage_byte\" : \\[\\s*1839202\\s*\\]");
    }

    @Test
    void bencher_comesBackWithValues() throws IOException {
        ImportedRun run = read(file("bencher.json"), Format.BENCHER);
        StringBuilder written = new StringBuilder();

        new BencherWriter().write(List.of(build(run)), written);

        assertThat(read(written.toString(), Format.BENCHER).measurements()).isEqualTo(run.measurements());
    }

    @Test
    void customSmallerIsBetter_comesBack() throws IOException {
        ImportedRun run = read(file("custom.json"), Format.SMALLER_IS_BETTER);
        StringBuilder written = new StringBuilder();

        new SmallerIsBetterWriter().write(List.of(build(run)), written);

        assertThat(read(written.toString(), Format.SMALLER_IS_BETTER).measurements())
                .isEqualTo(run.measurements());
    }

    @Test
    void customSmallerIsBetter_leavesOutWhatIsBetterWhenMore() throws IOException {
        ImportedRun run = read(file("jmh.json"), Format.JMH);
        StringBuilder written = new StringBuilder();

        new SmallerIsBetterWriter().write(List.of(build(run)), written);

        assertThat(read(written.toString(), Format.SMALLER_IS_BETTER).measurements())
                .extracting(Measurement::value)
                .containsExactly(12.5, 1024.0, 1.5);
    }

    private static final List<BuildMetrics> OF_TWO_MACHINES = List.of(
            SampleBuild.id("a").fingerprint("desk").millis(1000).build(),
            SampleBuild.id("b").fingerprint("desk").millis(1200).build(),
            SampleBuild.id("c").fingerprint("lap").millis(5000).build(),
            SampleBuild.id("d")
                    .fingerprint("lap")
                    .scenario("other")
                    .millis(7000)
                    .build());

    @Test
    void environmentsOfOneScenario_areToldApart() throws IOException {
        StringBuilder bencher = new StringBuilder();
        StringBuilder custom = new StringBuilder();
        StringBuilder hyperfine = new StringBuilder();

        new BencherWriter().write(OF_TWO_MACHINES.subList(1, 4), bencher);
        new SmallerIsBetterWriter().write(OF_TWO_MACHINES.subList(1, 4), custom);
        new HyperfineWriter().write(OF_TWO_MACHINES, hyperfine);

        assertThat(read(bencher.toString(), Format.BENCHER).measurements())
                .extracting(one -> one.metric().name(), Measurement::value)
                .contains(
                        tuple("site full (desk)#total_duration_ms", 1200.0),
                        tuple("site full (lap)#total_duration_ms", 5000.0),
                        tuple("other#total_duration_ms", 7000.0));
        assertThat(read(custom.toString(), Format.SMALLER_IS_BETTER).measurements())
                .extracting(one -> one.metric().name())
                .contains(
                        "site full: total_duration_ms (desk)",
                        "site full: total_duration_ms (lap)",
                        "other: total_duration_ms");
        assertThat(read(hyperfine.toString(), Format.HYPERFINE).measurements())
                .extracting(one -> one.metric().name(), Measurement::samples)
                .contains(
                        tuple("site full (desk)#time", List.of(1000.0, 1200.0)),
                        tuple("site full (lap)#time", List.of(5000.0)));
    }

    @Test
    void scenariosOfOneBenchmark_areToldApart() throws IOException {
        BuildMetrics usual = build(read("{\"a\":{\"latency\":{\"value\":1}}}", Format.BENCHER), "jdk17");
        BuildMetrics newer = build(
                read("{\"a\":{\"latency\":{\"value\":2}},\"b\":{\"latency\":{\"value\":3}}}", Format.BENCHER), "jdk21");
        StringBuilder bencher = new StringBuilder();

        new BencherWriter().write(List.of(usual, newer), bencher);

        assertThat(read(bencher.toString(), Format.BENCHER).measurements())
                .extracting(one -> one.metric().name(), Measurement::value)
                .containsExactly(
                        tuple("a (jdk17)#latency", 1.0), tuple("a (jdk21)#latency", 2.0), tuple("b#latency", 3.0));
    }

    @Test
    void commandsOfTwoScenarios_areToldApartAlsoFromAScenarioOfThatName() throws IOException {
        String make = "{\"results\":[{\"command\":\"make\",\"mean\":2,\"times\":[2],\"parameters\":{\"jobs\":\"4\"}}]}";
        String sort = "{\"results\":[{\"command\":\"sort\",\"mean\":3,\"times\":[3]}]}";
        StringBuilder written = new StringBuilder();

        new HyperfineWriter()
                .write(
                        List.of(
                                build(read(make, Format.HYPERFINE), "desk"),
                                build(read(make, Format.HYPERFINE), "rack"),
                                build(read(sort, Format.HYPERFINE), "rack"),
                                SampleBuild.id("b")
                                        .scenario("sort")
                                        .millis(7000)
                                        .build()),
                        written);

        assertThat(read(written.toString(), Format.HYPERFINE).measurements())
                .extracting(one -> one.metric().name(), Measurement::samples)
                .containsExactly(
                        tuple("make (desk){jobs=4}#time", List.of(2000.0)),
                        tuple("make (rack){jobs=4}#time", List.of(2000.0)),
                        tuple("sort (rack)#time", List.of(3000.0)),
                        tuple("sort (sort)#time", List.of(7000.0)));
    }

    @Test
    void hyperfineOfAFailedBuild_failsNoRunOfOthers() throws IOException {
        String fine = "{\"results\":[{\"command\":\"make\",\"mean\":2,\"times\":[2,3],\"exit_codes\":[0,0]}]}";
        String failed = "{\"results\":[{\"command\":\"make\",\"mean\":4,\"times\":[4],\"exit_codes\":[1]}]}";
        StringBuilder written = new StringBuilder();

        new HyperfineWriter()
                .write(List.of(build(read(fine, Format.HYPERFINE)), build(read(failed, Format.HYPERFINE))), written);

        assertThat(written.toString().replaceAll("\\s", "")).contains("\"times\":[2,3,4]", "\"exit_codes\":[0,0,null]");
    }

    @Test
    void junit_isReadBackAsItsCases() throws IOException {
        StringBuilder written = new StringBuilder();
        new JUnitWriter()
                .write(
                        "budgets <&>",
                        List.of(
                                new JUnitWriter.Case("site \u0000full", "time within 5", JUnitWriter.State.PASSED, ""),
                                new JUnitWriter.Case(
                                        "site", "RSS within 5", JUnitWriter.State.FAILED, "7, over the \"budget\""),
                                new JUnitWriter.Case("site", "heap", JUnitWriter.State.SKIPPED, "not measured")),
                        written);

        assertThat(written.toString()).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="budgets &lt;&amp;&gt;" tests="3" failures="1" errors="0" skipped="1">
                          <testcase classname="site \uFFFDfull" name="time within 5"></testcase>
                          <testcase classname="site" name="RSS within 5"><failure message="7, over the &quot;budget&quot;"/></testcase>
                          <testcase classname="site" name="heap"><skipped message="not measured"/></testcase>
                        </testsuite>
                        """);
    }
}
