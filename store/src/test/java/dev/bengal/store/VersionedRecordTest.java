package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import dev.bengal.model.Outcome;
import dev.bengal.model.sample.SampleBuild;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionedRecordTest {
    private static final String START =
            "{\"schema_version\":1,\"build_id\":\"a\",\"timestamp\":\"2026-03-04T05:06:07.089Z\",";
    private static final String FINE = START + "\"outcome\":\"success\",";

    @Test
    void read_bringsBackEveryValueThatWasEncoded() {
        BuildMetrics build = SampleBuild.complete();

        assertThat(Lines.build(RecordEncoder.line(build))).isEqualTo(build);
        assertThat(Lines.build(RecordEncoder.pretty(build).replace("\n", ""))).isEqualTo(build);
    }

    @Test
    void read_bringsBackABuildOfWhichNothingIsKnown() {
        BuildMetrics build = SampleBuild.id("bare").build();

        assertThat(Lines.build(RecordEncoder.line(build))).isEqualTo(build);
    }

    @Test
    void read_bringsBackTimesToAMicrosecond() {
        BuildMetrics build = SampleBuild.id("a").millis(12.3456789).build();

        assertThat(Lines.build(RecordEncoder.line(build)).totals().time().wallMillis())
                .isEqualTo(12.346);
    }

    @Test
    void read_bringsBackNamesOfAnyCharacters() {
        BuildMetrics build = SampleBuild.id("a")
                .project("\"\\/\b\f\n\r\t\u001b\u2028\ufffd\ud83d\ude80")
                .build();

        assertThat(Lines.build(RecordEncoder.line(build))).isEqualTo(build);
    }

    @Test
    void read_putsASignForWhatNoDatabaseKeeps() {
        BuildMetrics build = SampleBuild.id("a").project("a\0b \ud83d \ude80").build();

        assertThat(Lines.build(RecordEncoder.line(build)).identity().project()).isEqualTo("a\ufffdb \ufffd \ufffd");
    }

    @Test
    void read_takesTimesToAMicrosecond() {
        String line = RecordEncoder.line(SampleBuild.id("a").build()).replace("07.089Z", "07.123456789Z");

        assertThat(Lines.build(line).timestamp()).isEqualTo("2026-03-04T05:06:07.123456Z");
    }

    @Test
    void read_keepsTheLineAsItIs() {
        String line = FINE + " \"future\" : {} }";

        assertThat(Lines.anyBuild(line).record().line()).isEqualTo(line);
    }

    @Test
    void read_ignoresKeysThatItDoesNotKnow() {
        BuildMetrics plain = Lines.build(FINE + "\"page_count\":7}");

        assertThat(Lines.build(FINE + "\"page_count\":7,\"mood\":\"good\",\"nested\":{\"a\":[1,{\"b\":null}]}}"))
                .isEqualTo(plain);
    }

    @Test
    void read_readsALaterVersionAsFarAsItsKeysAreKnown() {
        BuildMetrics build =
                Lines.build("{\"schema_version\":7,\"build_id\":\"a\",\"timestamp\":\"2026-03-04T05:06:07Z\","
                        + "\"outcome\":\"success\",\"page_count\":7,\"colour\":\"red\"}");

        assertThat(build.stats().pageCount()).isEqualTo(7);
    }

    @Test
    void read_takesNullForNotMeasured() {
        assertThat(Lines.build(FINE + "\"total_duration_ms\":null,\"phases\":null,\"git_commit\":null,\"ci\":null,"
                        + "\"environment\":null,\"measurements\":null,\"parent_build\":null}"))
                .isEqualTo(Lines.build(FINE + "\"bengal_version\":null}"));
    }

    @Test
    void read_namesAProjectThatIsNotNamedAfterTheHistory() {
        BuildMetrics build = Lines.build(FINE + "\"project\":null}");

        assertThat(build.identity().project()).isEqualTo("docs");
        assertThat(build.identity().scenario().name()).isEqualTo("build");
        assertThat(build.environment().fingerprint()).isEqualTo("unknown");
    }

    @Test
    void read_takesWholeNumbersThatArriveAsFloats() {
        assertThat(Lines.build(FINE + "\"page_count\":7.0,\"gc_count\":2e1}")
                        .stats()
                        .pageCount())
                .isEqualTo(7);
    }

    @Test
    void read_keepsEveryDigitOfACount() {
        // 2^53 + 1 is the first whole number that a double cannot hold.
        assertThat(Lines.build(FINE + "\"gc_count\":9007199254740993}")
                        .totals()
                        .gc()
                        .count())
                .isEqualTo(9007199254740993L);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:07.089Z, 2026-03-04T05:06:07.089Z",
        "2026-03-04T05:06:07, 2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07.123456+02:00, 2026-03-04T03:06:07.123456Z",
        "2026-03-04T05:06, 2026-03-04T05:06:00Z"
    })
    void read_takesTimesWithAnyOffset(String written, String instant) {
        String line =
                "{\"schema_version\":1,\"build_id\":\"a\",\"outcome\":\"success\",\"timestamp\":\"" + written + "\"}";

        assertThat(Lines.build(line).timestamp()).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"parent_build\":7 | parent_build is not a string",
                "\"project\":[] | project is not a string",
                "\"scenario\":true | scenario is not a string",
                "\"bengal_version\":1 | bengal_version is not a string",
                "\"git_commit\":{} | git_commit is not a string",
                "\"git_commit\":\"c0ffee\",\"git_branch\":1 | git_branch is not a string",
                "\"git_commit\":\"c0ffee\",\"git_parents\":\"b0ffee\" | git_parents is not an array",
                "\"git_commit\":\"c0ffee\",\"git_parents\":[1] | git_parents holds something that is no string",
                "\"git_commit\":\"c0ffee\",\"git_dirty\":\"no\" | git_dirty is not true or false",
                "\"git_commit\":\"c0ffee\",\"git_commit_time\":\"noon\" | git_commit_time is not a time: noon",
                "\"ci\":3 | ci is not an object",
                "\"ci\":{\"provider\":\"github\",\"pull_request\":\"12\"} | pull_request is not a number",
                "\"page_count\":\"7\" | page_count is not a number",
                "\"total_pages\":[7] | total_pages is not a number",
                "\"asset_count\":true | asset_count is not a number",
                "\"total_duration_ms\":\"1.5\" | total_duration_ms is not a number",
                "\"total_duration_ms\":1e999 | total_duration_ms is too large a number",
                "\"total_duration_ms\":-1.1e24 | total_duration_ms is too large a number",
                "\"memory_heap_mb\":{} | memory_heap_mb is not a number",
                "\"gc_count\":\"\" | gc_count is not a number",
                "\"phases\":{} | phases is not an array",
                "\"phases\":[3] | phases holds something that is no object",
                "\"phases\":[{\"duration_ms\":3}] | a phase has no name",
                "\"phases\":[{\"name\":\" \",\"duration_ms\":3}] | a phase has no name",
                "\"phases\":[{\"name\":\"a\"}] | a phase has no duration_ms",
                "\"phases\":[{\"name\":\"a\",\"duration_ms\":3}] | outcome is missing",
                "\"top_allocators\":\"none\" | top_allocators is not an array",
                "\"top_allocators\":[{\"file\":\"A.java\"}] | an allocator has no file, method or size_mb",
                "\"measurements\":[null] | measurements holds something that is no object",
                "\"measurements\":[{\"value\":3}] | a measurement has no name",
                "\"measurements\":[{\"name\":\"a\"}] | a measurement has no value",
                "\"environment\":[] | environment is not an object",
                "\"environment\":{\"fingerprint\":7} | fingerprint is not a string",
                "\"environment\":{\"jvm_flags\":[\"-Xmx1g\",4]} | jvm_flags holds something that is no string"
            })
    void read_notesAValueOfTheWrongTypeAndKeepsTheBuild(String field, String note) {
        HistoryLine.Build read = Lines.anyBuild(FINE + field + "}");

        assertThat(read.notes()).containsExactly(note);
        assertThat(read.record().build().outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0", "4.9e-324", "-9e-25"})
    void read_takesWhatIsNearlyNothingForNothing(String number) {
        double read = Objects.requireNonNull(Lines.anyBuild(FINE + "\"memory_rss_mb\":" + number + "}")
                .record()
                .build()
                .totals()
                .memory()
                .rssGrowthMebibytes());

        assertThat(Double.doubleToRawLongBits(read)).isZero();
    }

    @Test
    void read_losesOneBrokenElementAndNoOther() {
        HistoryLine.Build read = Lines.anyBuild(FINE
                + "\"phases\":[{\"name\":\"a\",\"duration_ms\":1,\"outcome\":\"success\"},null,"
                + "{\"name\":\"b\",\"duration_ms\":2,\"outcome\":\"success\"}],"
                + "\"measurements\":[{\"name\":\"m\",\"value\":1,\"samples\":[1,\"x\",1e999,2]}]}");

        assertThat(read.record().build().phases()).extracting("name").containsExactly("a", "b");
        assertThat(read.record().build().measurements())
                .extracting(Measurement::samples)
                .containsExactly(List.of(1.0, 2.0));
        assertThat(read.notes())
                .containsExactly(
                        "phases holds something that is no object",
                        "samples holds something that is no number",
                        "samples holds something that is no number");
    }

    @Test
    void read_takesABlankParentForNone() {
        assertThat(Lines.build(FINE + "\"parent_build\":\" \"}").identity().parentBuild())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"page_count\":1} | outcome is missing",
                "{\"outcome\":\"exploded\"} | outcome is unknown: exploded",
                "{\"outcome\":\"SUCCESS\"} | outcome is unknown: SUCCESS"
            },
            quoteCharacter = '\0')
    void read_takesABuildOfUnknownOutcomeForNoSuccess(String rest, String note) {
        HistoryLine.Build read = Lines.anyBuild(START + rest.substring(1));

        assertThat(read.notes()).containsExactly(note);
        assertThat(read.record().build().outcome()).isEqualTo(Outcome.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"schema_version\":1} | not a build record: no build_id",
                "{\"schema_version\":1,\"timestamp\":\"2026-03-04T05:06:07Z\"} | not a build record: no build_id",
                "{\"schema_version\":1,\"build_id\":\" \",\"timestamp\":\"2026-03-04T05:06:07Z\"}"
                        + " | not a build record: build id is blank",
                "{\"schema_version\":1,\"build_id\":\"a\"} | not a build record: no timestamp",
                "{\"schema_version\":1,\"build_id\":\"a\",\"timestamp\":\"yesterday\"} | not a build record: no timestamp",
                "{\"schema_version\":1,\"build_id\":\"a\",\"timestamp\":\"+999999999-12-31T23:59:59-18:00\"}"
                        + " | not a build record: no timestamp"
            })
    void read_losesARecordWithoutIdOrTime(String line, String reason) {
        assertThat(Lines.damage(line)).isEqualTo(reason);
    }
}
