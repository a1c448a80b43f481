package dev.bengal.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildRecord;
import dev.bengal.model.sample.SampleBuild;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KnownRecordsTest {
    private final KnownRecords known = new KnownRecords(10);

    @Test
    void aRecord_isFoundByItsVeryLine() {
        BuildRecord record = keep("a", "a line");

        assertThat(known.find("a", bytes("a line"))).containsSame(record);
        assertThat(known.find("a", bytes("another"))).isEmpty();
        assertThat(known.find("b", bytes("a line"))).isEmpty();
    }

    @Test
    void whatWasAskedForLongestAgo_isDroppedWhereItBecomesTooMuch() {
        keep("a", "aaaa");
        keep("b", "bbbb");
        assertThat(known.find("a", bytes("aaaa"))).isPresent();

        keep("c", "cccc");

        assertThat(known.find("a", bytes("aaaa"))).isPresent();
        assertThat(known.find("b", bytes("bbbb"))).isEmpty();
        assertThat(known.find("c", bytes("cccc"))).isPresent();
    }

    @Test
    void aLineThatWasReplaced_countsOnce() {
        keep("a", "aaaaaaaa");
        keep("a", "aa");
        keep("b", "bbbbbbbb");

        assertThat(known.find("a", bytes("aa"))).isPresent();
        assertThat(known.find("b", bytes("bbbbbbbb"))).isPresent();
    }

    @Test
    void aLineLongerThanAllThatIsKept_isNotKept() {
        keep("a", "x".repeat(11));

        assertThat(known.find("a", bytes("x".repeat(11)))).isEmpty();
    }

    private BuildRecord keep(String id, String line) {
        BuildRecord record = new BuildRecord(SampleBuild.id("plain").build(), line);
        known.keep(id, record);
        return record;
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
