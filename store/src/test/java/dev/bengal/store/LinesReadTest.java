package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesReadTest {
    private final LinesRead lines = new LinesRead();
    private final List<String> parsed = new ArrayList<>();

    @Test
    void aLine_isParsedOnce() {
        HistoryLine first = read("one");
        read("two");

        assertThat(read("one")).isSameAs(first);
        assertThat(parsed).containsExactly("one", "two");
    }

    @Test
    void aLineReadLongAgo_isParsedAgain() {
        read("first");
        for (int i = 0; i < 16; i++) {
            read("line " + i);
        }
        parsed.clear();

        read("line 0");
        read("first");

        assertThat(parsed).containsExactly("first");
    }

    @Test
    void aLongLine_isNotKept() {
        String line = "x".repeat((1 << 16) + 1);

        read(line);
        read(line);

        assertThat(parsed).containsExactly(line, line);
    }

    private HistoryLine read(String line) {
        return lines.line(line.getBytes(StandardCharsets.UTF_8), bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            parsed.add(text);
            return new HistoryLine.Damaged(text);
        });
    }
}
