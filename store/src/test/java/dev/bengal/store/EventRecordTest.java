package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.journal.EventEncoder;
import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventRecordTest {
    private static final HistoryEvent.Stamp STAMP =
            new HistoryEvent.Stamp(new BuildId("e1"), Instant.parse("2026-03-04T05:06:07.089Z"), "Ada Größer");
    private static final HistoryEvent.Stamp NAMELESS =
            new HistoryEvent.Stamp(new BuildId("e2"), Instant.parse("2026-03-04T05:06:07Z"), null);

    static Stream<HistoryEvent> events() {
        return Stream.of(
                new HistoryEvent.Excluded(STAMP, new BuildId("b1"), "the disk was \"full\"\nand loud"),
                new HistoryEvent.Included(NAMELESS, new BuildId("b1"), "it was not"),
                new HistoryEvent.Accepted(STAMP, "docs", "abc", "site full", "allocated_mb", "a larger site"),
                new HistoryEvent.Accepted(NAMELESS, "docs", "abc", null, null, ""),
                new HistoryEvent.Pruned(STAMP, List.of(new BuildId("b1"), new BuildId("b2")), "old.jsonl.gz"),
                new HistoryEvent.Pruned(STAMP, List.of(), "old.jsonl.gz", List.of(new BuildId("b3"))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void event_comesBackAsItWasWritten(HistoryEvent event) {
        assertThat(Lines.read(EventEncoder.line(event))).isEqualTo(new HistoryLine.Event(event));
    }

    @Test
    void event_isWrittenWithTheKeysOfTheFormat() {
        assertThat(EventEncoder.line(new HistoryEvent.Excluded(NAMELESS, new BuildId("b1"), "a test")))
                .isEqualTo(
                        "{\"schema_version\":1,\"event\":\"excluded\",\"event_id\":\"e2\","
                                + "\"timestamp\":\"2026-03-04T05:06:07.000Z\",\"by\":null,\"build_id\":\"b1\",\"why\":\"a test\"}");
    }

    @Test
    void event_ofAnUnknownKindIsKeptButCannotBeWritten() {
        HistoryEvent event = new HistoryEvent.Unknown(NAMELESS, "praised");

        assertThat(Lines.read("{\"schema_version\":2,\"event\":\"praised\",\"event_id\":\"e2\",\"timestamp\":"
                        + "\"2026-03-04T05:06:07Z\",\"stars\":5}"))
                .isEqualTo(new HistoryLine.Event(event));
        assertThatThrownBy(() -> EventEncoder.line(event)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"event\":\"excluded\",\"timestamp\":\"2026-03-04T05:06:07Z\"} | not an event: no event_id",
                "{\"event\":\"excluded\",\"event_id\":\"e\"} | not an event: no timestamp",
                "{\"event\":3,\"event_id\":\"e\",\"timestamp\":7} | not an event: no timestamp",
                "{\"event\":\"excluded\",\"event_id\":\"e\",\"timestamp\":\"2026-03-04T05:06:07Z\"} | not an event: no build_id",
                "{\"event\":\"accepted\",\"event_id\":\"e\",\"timestamp\":\"2026-03-04T05:06:07Z\"} | not an event: no project"
            })
    void event_withoutWhatItIsAboutIsDamaged(String line, String reason) {
        assertThat(Lines.damage(line)).isEqualTo(reason);
    }
}
