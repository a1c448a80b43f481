package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.store.sql.SqlStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines in a shared history, most of which are kept in two parts. */
class SqlLinesTest {
    private String schema;
    private SqlStore store;

    @BeforeEach
    void open() {
        schema = PostgresServer.freshSchema();
        store = PostgresServer.store(schema);
    }

    @Test
    void lines_comeBackToTheLetterHoweverTheyAreKept() {
        String plain = line("a", "");
        String spaced = line("b", "").replace("\":", "\" : ").replace(",\"", " ,\t\"");
        String escaped = line("c", ",\"größer\":\"\\u0000 \\\\ \\\" \uD83D\uDE00\",\"\\\"key\\\"\":-1.5e3");
        String longTemplate = line("d", ",\"more\":{" + "\"k\":1,".repeat(3_000) + "\"last\":2}");
        String longId = line("e".repeat(300), "");

        deliver(plain, "\uFEFF" + spaced + "\r", escaped, longTemplate, longId);

        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).builds())
                .extracting(record -> record.line())
                .containsExactlyInAnyOrder(plain, spaced, escaped, longTemplate, longId);
        assertThat(PostgresServer.texts("SELECT line FROM " + schema + ".bengal_record"))
                .containsExactlyInAnyOrder(plain, spaced, escaped, longTemplate, longId);
        assertThat(count("bengal_variables")).isEqualTo(3);
    }

    @Test
    void variables_ofPrunedBuildsAreGone() {
        deliver(line("a", ""), line("b", ""));

        store.append(new HistoryEvent.Pruned(
                new HistoryEvent.Stamp(new BuildId("e1"), Instant.parse("2026-02-01T00:00:00Z"), "Ada"),
                List.of(new BuildId("a")),
                "old.jsonl.gz"));

        assertThat(count("bengal_build")).isEqualTo(1);
        assertThat(count("bengal_variables")).isEqualTo(1);
        assertThat(PostgresServer.texts("SELECT line FROM " + schema + ".bengal_record"))
                .containsExactly(line("b", ""));
    }

    private void deliver(String... lines) {
        store.deliver(List.of(lines).stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    private long count(String table) {
        return PostgresServer.number("SELECT count(*) FROM " + schema + "." + table);
    }

    private static String line(String id, String more) {
        String line = RecordEncoder.line(
                SampleBuild.id(id).start("2026-01-01T00:00:00Z").millis(1).build());
        return line.substring(0, line.length() - 1) + more + "}";
    }
}
