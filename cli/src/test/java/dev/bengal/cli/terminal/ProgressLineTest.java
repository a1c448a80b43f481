package dev.bengal.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final AtomicLong millis = new AtomicLong(5);
    private final StringWriter terminal = new StringWriter();
    private final ProgressLine line = new ProgressLine(new PrintWriter(terminal), () -> millis.get() * 1_000_000);

    @Test
    void line_isNotShownForShortBuild() {
        millis.set(1004);
        line.reached(64, 100);
        line.close();

        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void line_tellsTenTimesASecondAndIsErased() {
        millis.set(1005);
        line.reached(1280, 10_000);
        millis.set(1104);
        line.reached(1344, 10_000);
        millis.set(1105);
        line.reached(1408, 10_000);
        line.close();

        assertThat(terminal.toString())
                .isEqualTo("\r\u001b[K1,280 of 10,000 pages\r\u001b[K1,408 of 10,000 pages\r\u001b[K");
    }

    @Test
    void line_countsOneAsOne() {
        millis.set(2000);
        line.reached(1, 1);

        assertThat(terminal.toString()).endsWith("1 of 1 page");
    }
}
