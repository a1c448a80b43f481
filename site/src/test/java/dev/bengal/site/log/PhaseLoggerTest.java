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
        logger.accept(timed("walk", "discovery", 3.04));
        logger.accept(timed("front matter", "discovery", 12.5));
        logger.accept(timed("discovery", null, 1234.5));

        assertThat(lines)
                .containsExactly(
                        "  walk                  3.0ms", //
                        "  front matter         12.5ms",
                        "discovery               1.23s");
    }

    @Test
    void memory_isChangeAndPeak() {
        PhaseLogger logger = new PhaseLogger(PhaseFormat.MEMORY, lines::add);
        logger.accept(measured("pages", "rendering", 412.3, 69.0, 162.9));
        logger.accept(measured("lists", "rendering", 9.96, -1.25, 161.5));
        logger.accept(measured("files", "rendering", 0.01, 0.04, 161.5));
        logger.accept(timed("rendering", null, 450));

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
        logger.accept(PhaseMetrics.timed("pages", "rendering", 0.0, 5, Outcome.FAILED));
        logger.accept(PhaseMetrics.timed("a\nb", null, 0.0, 5, Outcome.INTERRUPTED));

        assertThat(lines)
                .containsExactly("  pages                 5.0ms  failed", "a b                     5.0ms  interrupted");
    }

    @Test
    void thirdLevel_isIndentedOnceItsParentHasBeenSeen() {
        PhaseLogger logger = new PhaseLogger(PhaseFormat.TIME, lines::add);
        for (int round = 0; round < 2; round++) {
            logger.accept(timed("leaf", "branch", 1));
            logger.accept(timed("branch", "tree", 2));
            logger.accept(timed("tree", null, 3));
        }

        assertThat(lines.subList(3, 6))
                .containsExactly(
                        "    leaf                1.0ms", //
                        "  branch                2.0ms",
                        "tree                    3.0ms");
    }

    @Test
    void json_isAnObjectALineRoundedAsInTheRecord() {
        PhaseLogger logger = new PhaseLogger(PhaseFormat.JSON, lines::add);
        logger.accept(measured("a \"quoted\" name", "rendering", 412.34567, 69.0, 162.9));
        logger.accept(timed("rendering", null, 1e7));

        assertThat(lines)
                .containsExactly(
                        "{\"name\":\"a \\\"quoted\\\" name\",\"parent\":\"rendering\",\"duration_ms\":412.346,"
                                + "\"memory_delta_mb\":69,\"memory_peak_mb\":162.9,\"allocated_mb\":7.5,\"cpu_ms\":40,"
                                + "\"items\":401,\"outcome\":\"success\"}",
                        "{\"name\":\"rendering\",\"parent\":null,\"duration_ms\":10000000,\"memory_delta_mb\":null,"
                                + "\"memory_peak_mb\":null,\"allocated_mb\":null,\"cpu_ms\":null,\"items\":null,"
                                + "\"outcome\":\"success\"}");
    }

    @Test
    void slf4j_getsEachLineAtInfo() {
        new PhaseLogger(PhaseFormat.TIME, new LineLogger(lines)).accept(timed("a {} brace", null, 1));

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
