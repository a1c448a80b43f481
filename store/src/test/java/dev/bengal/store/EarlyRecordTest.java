package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The records without a version: invented ones of all ten variants, in the order in which the variants came. */
class EarlyRecordTest {
    private static final String MINIMAL = "{\"timestamp\":\"2025-10-06T07:08:09\",\"build_time_ms\":1250.5";

    static List<String> variants() throws IOException {
        try (var in = EarlyRecordTest.class.getResourceAsStream("early.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void fixture_holdsTenVariants() throws IOException {
        assertThat(variants()).hasSize(10).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void read_findsTheTotalsOfEveryVariant(String line) {
        BuildMetrics build = Lines.build(line);

        assertThat(build.outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(build.identity().project()).isEqualTo("docs");
        assertThat(build.identity().scenario().name()).isEqualTo("site full");
        assertThat(build.stats().pageCount()).isEqualTo(20);
        assertThat(build.stats().totalPages()).isEqualTo(31);
        assertThat(build.stats().assetCount()).isEqualTo(6);
        assertThat(build.totals().time().wallMillis()).isEqualTo(1250.5);
        assertThat(build.totals().memory().rssGrowthMebibytes()).isEqualTo(70.5);
        assertThat(build.totals().memory().liveHeapMebibytes()).isEqualTo(12.25);
        assertThat(build.totals().memory().peakHeapMebibytes()).isEqualTo(19.75);
        assertThat(build.commit()).isNull();
        assertThat(build.environment().fingerprint()).isEqualTo("python 3.14 linux");
        assertThat(build.environment().tooling().tool()).isEqualTo("python 3.14.1");
        assertThat(build.phases())
                .extracting(PhaseMetrics::name)
                .contains("discovery", "taxonomy", "rendering", "assets", "postprocess")
                .doesNotHaveDuplicates();
    }

    @Test
    void read_ofTheFirstVariantFindsWhatItHolds() throws IOException {
        BuildMetrics build = Lines.build(variants().get(0));

        assertThat(build.timestamp()).isEqualTo(Instant.parse("2025-10-06T07:08:09.101112Z"));
        assertThat(durations(build))
                .containsExactly(
                        "discovery 40.25", "taxonomy 3.5", "rendering 900.125", "assets 80.75", "postprocess 120.5");
        assertThat(measurements(build))
                .containsExactly(
                        "generated_pages 11.0 count", "total_sections 4.0 count", "taxonomies_count 2.0 count");
    }

    @Test
    void read_ofTheLastVariantFindsWhatItHolds() throws IOException {
        BuildMetrics build = Lines.build(variants().get(9));

        assertThat(build.timestamp()).isEqualTo(Instant.parse("2026-05-08T07:08:09.101112Z"));
        // Discovery is in the map of phases too, with 40.5, and counts once: by its own key.
        assertThat(durations(build))
                .containsExactly(
                        "fonts 1.25",
                        "discovery 40.25",
                        "taxonomy 3.5",
                        "menu 2.25",
                        "related_posts 6.5",
                        "rendering 900.125",
                        "assets 80.75",
                        "postprocess 120.5",
                        "health_check 33.5",
                        "Snapshot 5.75",
                        "postprocess > task special pages 9.5",
                        "postprocess > output sitemap 4.5",
                        "postprocess > output rss 2.125",
                        "post-render link check 14.5");
        assertThat(measurements(build))
                .contains(
                        "block_cache_hits 15.0 count",
                        "block_cache_time_saved_ms 7.5 ms",
                        "autodoc_pages 8.0 count",
                        "render_p95_ms 61.25 ms",
                        "cache_bypass_hits 0.0 count")
                .noneMatch(text -> text.contains("build_time") || text.contains("rendering"));
    }

    @Test
    void read_takesAPhaseFromTheMapWhereItHasNoKeyOfItsOwn() {
        BuildMetrics build = Lines.build(MINIMAL + ",\"phase_timings_ms\":{\"Rendering\":900.5,\"Cleanup\":2},"
                + "\"postprocess_output_timings_ms\":{\"assets\":3.5}}");

        assertThat(durations(build))
                .containsExactly("rendering 900.5", "Cleanup 2.0", "postprocess > output assets 3.5");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-06T07:08:09.101112, 2025-10-06T07:08:09.101112Z",
        "2025-10-06T07:08:09, 2025-10-06T07:08:09Z",
        "2026-03-01T07:08:09.101112+00:00, 2026-03-01T07:08:09.101112Z",
        "2026-03-01T07:08:09+02:00, 2026-03-01T05:08:09Z"
    })
    void read_takesTimesWithoutAnOffsetForUtc(String written, String instant) {
        assertThat(Lines.build("{\"timestamp\":\"" + written + "\",\"build_time_ms\":1}")
                        .timestamp())
                .isEqualTo(Instant.parse(instant));
    }

    @Test
    void read_takesAHeapOfZeroForNotMeasuredAndNoGrowthForNone() {
        BuildMetrics build =
                Lines.build(MINIMAL + ",\"memory_rss_mb\":0.0,\"memory_heap_mb\":0.0,\"memory_peak_mb\":0}");

        assertThat(build.totals().memory().liveHeapMebibytes()).isNull();
        assertThat(build.totals().memory().peakHeapMebibytes()).isNull();
        assertThat(build.totals().memory().rssGrowthMebibytes()).isZero();
    }

    @Test
    void read_takesFloatsForCounts() {
        BuildMetrics build =
                Lines.build(MINIMAL + ",\"regular_pages\":20.0,\"total_pages\":31.0,\"total_assets\":6.0}");

        assertThat(build.stats().pageCount()).isEqualTo(20);
        assertThat(build.stats().totalPages()).isEqualTo(31);
        assertThat(build.stats().assetCount()).isEqualTo(6);
    }

    @Test
    void read_notesNullsAndKeepsTheRest() {
        String line = MINIMAL.replace("1250.5", "null")
                + ",\"memory_rss_mb\":null,\"regular_pages\":20,\"rendering_time_ms\":null,"
                + "\"phase_timings_ms\":{\"Rendering\":7,\"Cleanup\":null}}";

        assertThat(Lines.notes(line))
                .containsExactly(
                        "build_time_ms is null",
                        "memory_rss_mb is null",
                        "rendering_time_ms is null",
                        "phase_timings_ms holds null for Cleanup");
        BuildMetrics build = Lines.anyBuild(line).record().build();
        assertThat(build.totals().time().wallMillis()).isNull();
        assertThat(build.stats().pageCount()).isEqualTo(20);
        assertThat(durations(build)).containsExactly("rendering 7.0");
    }

    @Test
    void read_notesTheWrongTypeAndKeepsTheRest() {
        String line =
                MINIMAL + ",\"regular_pages\":\"20\",\"phase_timings_ms\":[1],\"post_render_timings_ms\":{\"a\":\"b\"},"
                        + "\"incremental\":\"yes\",\"python_version\":3,\"\":1,\"cache_hits\":1e999}";

        assertThat(Lines.notes(line))
                .containsExactlyInAnyOrder(
                        "regular_pages is not a number",
                        "phase_timings_ms is not an object",
                        "a is not a number",
                        "incremental is not true or false",
                        "python_version is not a string",
                        "cache_hits is too large a number");
        assertThat(Lines.anyBuild(line).record().build().totals().time().wallMillis())
                .isEqualTo(1250.5);
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, site full",
        "true, true, site incremental",
        "false, false, site full sequential",
        "true, false, site incremental sequential"
    })
    void read_makesTheScenarioOfTheFlags(boolean incremental, boolean parallel, String scenario) {
        BuildMetrics build =
                Lines.build(MINIMAL + ",\"incremental\":" + incremental + ",\"parallel\":" + parallel + "}");

        assertThat(build.identity().scenario().name()).isEqualTo(scenario);
    }

    @Test
    void read_tellsASkippedBuild() {
        assertThat(Lines.build(MINIMAL + ",\"skipped\":true}").outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void read_knowsARecordByTheHashOfItsBytes() {
        // printf '%s' '{"timestamp":"2025-10-06T07:08:09","build_time_ms":1250.5}' | sha256sum
        String id = "sha256-76ba2d2e15ad4f9a0fe1b0e11dfd6da08babcaf347dfd97cd8f4aab37aafc1f0";

        assertThat(Lines.build(MINIMAL + "}").identity().id().value()).isEqualTo(id);
        assertThat(Lines.build(MINIMAL + "}\r").identity().id().value()).isEqualTo(id);
        assertThat(Lines.build(MINIMAL + ",\"skipped\":false}").identity().id().value())
                .isNotEqualTo(id);
    }

    private static List<String> durations(BuildMetrics build) {
        return build.phases().stream()
                .map(phase -> (phase.parent() == null ? "" : phase.parent() + " > ") + phase.name() + " "
                        + phase.durationMillis())
                .toList();
    }

    private static List<String> measurements(BuildMetrics build) {
        return build.measurements().stream().map(EarlyRecordTest::text).toList();
    }

    private static String text(Measurement measurement) {
        return measurement.metric().name() + " " + measurement.value() + " "
                + measurement.metric().unit().symbol();
    }
}
