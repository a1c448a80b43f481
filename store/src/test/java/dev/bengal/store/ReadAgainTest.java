package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.LateList;
import dev.bengal.model.sample.SampleBuild;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is read later in parts is held against the same line read at once. */
class ReadAgainTest {
    private static final String START =
            "{\"schema_version\":1,\"build_id\":\"a\",\"timestamp\":\"2026-03-04T05:06:07.089Z\",\"outcome\":\"success\",";

    private final BuildRecordReader reader = new BuildRecordReader("docs");

    @Test
    void readAgain_bringsBackEveryValue() {
        BuildMetrics build = SampleBuild.complete();

        assertThat(again(RecordEncoder.line(build).strip())).isEqualTo(build);
    }

    @Test
    void readAgain_leavesPhasesUnread_whereALineIsPlain() {
        BuildMetrics again = again(START + "\"phases\":[{\"name\":\"rendering\",\"duration_ms\":1}]}");

        assertThat(again.phases()).isInstanceOf(LateList.class).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"phases\":[]}",
                "\"phases\" : [ {\"name\":\"a]}[{,\",\"duration_ms\":1, \"x\":[[{}]]} ] , \"measurements\":[{\"name\":\"n\",\"value\":2,\"samples\":[1,2]}]}",
                "\"phases\":[{\"name\":\"a\\\"]\",\"duration_ms\":1}]}",
                "\"phases\":[{\"name\":\"\u00e9\",\"duration_ms\":1}]}",
                "\"phases\":[{\"name\":\"a\",\"duration_ms\":1}],\"phases\":[{\"name\":\"b\",\"duration_ms\":1}]}",
                "\"phases\":[1,{\"name\":\"a\"},{\"duration_ms\":1}],\"measurements\":\"none\",\"top_allocators\":{}}",
                "\"environment\":{\"phases\":[{\"name\":\"a\",\"duration_ms\":1}]},\"git_parents\":[\"b\"],\"git_commit\":\"c\"}"
            })
    void readAgain_isTheSame_whateverTheArraysHold(String rest) {
        assertThat(again(START + rest))
                .isEqualTo(Lines.anyBuild(START + rest).record().build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"phases\":[{\"name\":\"a\"}", "\"phases\":[\"a", "\"phases\":["})
    void readAgain_refusesALineThatWasCut(String rest) {
        assertThat(reader.readAgain(bytes(START + rest))).isInstanceOf(HistoryLine.Damaged.class);
    }

    @Test
    void phasesThatAreNoLongerWhatWasRead_saySo() {
        List<?> phases = again(START + "\"phases\":[{\"name\":}]}").phases();

        assertThatThrownBy(phases::size)
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("not what it was when the index read it");
    }

    private BuildMetrics again(String line) {
        HistoryLine read = reader.readAgain(bytes(line));
        assertThat(read).as(line).isInstanceOf(HistoryLine.Build.class);
        return ((HistoryLine.Build) read).record().build();
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
