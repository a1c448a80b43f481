package dev.bengal.site.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

class PhaseLoggerTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void lines_areIndentedAndStandAboveThePhaseAround() {
        PhaseLogger logger = new PhaseLogger(PhaseFormat.TIME, lines::add);
        logger.ended(timed("walk", "discovery", 3.04), 1);
        logger.ended(timed("front matter", "discovery", 12.5), 1);
        logger.ended(timed("discovery", null, 1234.5), 0);

        assertThat(lines)
                .containsExactly(
                        "  walk                  3.0ms", //
                        "  front matter         12.5ms",
                        "discovery               1.23s");
    }

    @Test
    void memory_isChangeAndPeak() {
        PhaseLogger logger = new PhaseLogger(PhaseFormat.MEMORY, lines::add);
        logger.ended(measured("pages", "rendering", 412.3, 69.0, 162.9), 1);
        logger.ended(measured("lists", "rendering", 9.96, -1.25, 161.5), 1);
        logger.ended(measured("files", "rendering", 0.01, 0.04, 161.5), 1);
        logger.ended(timed("rendering", null, 450), 0);

        assertThat(lines)
                .containsExactly(
                        "  pages               412.3ms   +69.0MB  peak 162.9MB",
                        "  lists                10.0ms    −1.3MB  peak 161.5MB",
                        "  files                 0.0ms    ±0.0MB  peak 161.5MB",
                        "rendering             450.0ms         –  peak –");
    }

    @Test
    void phaseThatWentWrong_saysSo() {
        PhaseLogger logger = new PhaseLogger(PhaseFormat.TIME, lines::add);
        logger.ended(PhaseMetrics.timed("pages", "rendering", 0.0, 5, Outcome.FAILED), 1);
        logger.ended(PhaseMetrics.timed("a\nb", null, 0.0, 5, Outcome.INTERRUPTED), 0);

        assertThat(lines)
                .containsExactly("  pages                 5.0ms  failed", "a b                     5.0ms  interrupted");
    }

    @Test
    void eachLevel_isIndentedByTwoFromItsFirstLineOn() {
        PhaseLogger logger = new PhaseLogger(PhaseFormat.TIME, lines::add);
        logger.ended(timed("bud", "leaf", 1), 3);
        logger.ended(timed("leaf", "branch", 1), 2);
        logger.ended(timed("branch", "tree", 2), 1);
        logger.ended(timed("tree", null, 3), 0);

        assertThat(lines)
                .containsExactly(
                        "      bud               1.0ms", //
                        "    leaf                1.0ms",
                        "  branch                2.0ms",
                        "tree                    3.0ms");
    }

    @Test
    void json_isAnObjectALineRoundedAsInTheRecord() {
        PhaseLogger logger = new PhaseLogger(PhaseFormat.JSON, lines::add);
        logger.ended(measured("a \"quoted\" name", "rendering", 412.34567, 69.0, 162.9), 1);
        logger.ended(timed("rendering", null, 1e7), 0);

        assertThat(lines)
                .containsExactly(
                        "{\"name\":\"a \\\"quoted\\\" name\",\"parent\":\"rendering\",\"depth\":1,\"duration_ms\":412.346,"
                                + "\"memory_delta_mb\":69,\"memory_peak_mb\":162.9,\"allocated_mb\":7.5,\"cpu_ms\":40,"
                                + "\"items\":401,\"outcome\":\"success\"}",
                        "{\"name\":\"rendering\",\"parent\":null,\"depth\":0,\"duration_ms\":10000000,\"memory_delta_mb\":null,"
                                + "\"memory_peak_mb\":null,\"allocated_mb\":null,\"cpu_ms\":null,\"items\":null,"
                                + "\"outcome\":\"success\"}");
    }

    @Test
    void slf4j_getsEachLineAtInfo() {
        new PhaseLogger(PhaseFormat.TIME, new LineLogger(lines)).ended(timed("a {} brace", null, 1), 0);

        assertThat(lines).containsExactly("INFO a {} brace              1.0ms");
    }

    private static PhaseMetrics timed(String name, @Nullable String parent, double millis) {
        return PhaseMetrics.timed(name, parent, 0.0, millis, Outcome.SUCCESS);
    }

    private static PhaseMetrics measured(
            String name, @Nullable String parent, double millis, double delta, double peak) {
        return new PhaseMetrics(
                name,
                parent,
                "main",
                0.0,
                millis,
                40.0,
                new PhaseMemory(delta, peak, null, null, 7.5),
                GcActivity.UNKNOWN,
                IoVolume.UNKNOWN,
                401L,
                Outcome.SUCCESS);
    }

    /** Keeps what is logged. */
    private static final class LineLogger extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1;

        private final transient List<String> lines;

        LineLogger(List<String> lines) {
            this.lines = lines;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable failure) {
            lines.add(level + " " + MessageFormatter.basicArrayFormat(pattern, arguments));
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
