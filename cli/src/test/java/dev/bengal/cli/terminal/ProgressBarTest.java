package dev.bengal.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    @Test
    void bar_isDrawnAndTakenAway() {
        assertThat(drawn(true))
                .isEqualTo("\r\u001b[K[............] 0/4  sort".replace("............", ".".repeat(24))
                        + "\r\u001b[K[##################......] 3/4  sort"
                        + "\r\u001b[K");
    }

    @Test
    void bar_isForTerminalsOnly() {
        assertThat(drawn(false)).isEmpty();
    }

    private static String drawn(boolean terminal) {
        StringWriter err = new StringWriter();
        Surface surface = new Surface(new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of(), terminal);
        try (ProgressBar bar = new ProgressBar(surface, 4)) {
            bar.show(0, "sort");
            bar.show(3, "sort");
        }
        return err.toString();
    }
}
