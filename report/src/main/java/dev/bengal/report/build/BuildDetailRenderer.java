package dev.bengal.report.build;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CiRun;
import dev.bengal.model.Commit;
import dev.bengal.model.Environment;
import dev.bengal.model.Estimate;
import dev.bengal.model.Machine;
import dev.bengal.model.MachineLoad;
import dev.bengal.model.MemoryTotals;
import dev.bengal.model.TimeTotals;
import dev.bengal.model.Totals;
import dev.bengal.report.chart.ChartStyle;
import dev.bengal.report.text.CellWidth;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.TextTable;
import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws one build with everything that is known of it: which it is, its totals, phases, allocators and measurements. */
public final class BuildDetailRenderer {
    private final DateTimeFormatter time;
    private final WaterfallRenderer waterfall;
    private final int columns;

    /**
     * One that draws for a terminal, or for a file.
     *
     * @param zone in which times are shown
     * @param style of the bars
     * @param columns of the tables and sentences at most, in cells
     */
    public BuildDetailRenderer(ZoneId zone, ChartStyle style, int columns) {
        this.waterfall = new WaterfallRenderer(style);
        this.columns = columns;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT)
                .withZone(zone);
    }

    /** Writes the build, in parts with an empty line between them. */
    public void render(BuildRecord known, Appendable out) throws IOException {
        BuildMetrics build = known.build();
        out.append("Build ")
                .append(Label.printable(build.identity().id().value()))
                .append('\n');
        renderIdentity(build, known.excluded(), out);
        out.append('\n');
        renderTotals(build.totals(), out);
        out.append('\n');
        new PhaseTableRenderer(columns).render(BuildReport.of(build, Map.of()), out);
        StringBuilder bars = new StringBuilder();
        waterfall.render(build, bars);
        renderPart(bars, out);
        StringBuilder goals = new StringBuilder();
        new GoalTableRenderer(columns).render(build, goals);
        StringBuilder reactor = new StringBuilder();
        ReactorLine.render(build, reactor);
        renderLines(reactor, goals);
        renderPart(goals, out);
        StringBuilder allocators = new StringBuilder();
        new AllocatorTableRenderer().render(build, allocators);
        renderPart(allocators, out);
        StringBuilder measurements = new StringBuilder();
        new MeasurementTableRenderer(columns).render(build.measurements(), measurements);
        renderPart(measurements, out);
    }

    private static void renderPart(CharSequence part, Appendable out) throws IOException {
        if (part.length() > 0) {
            out.append('\n').append(part);
        }
    }

    private void renderLines(CharSequence sentence, Appendable out) throws IOException {
        if (sentence.length() > 0) {
            for (String line : CellWidth.lines(sentence.toString().strip(), columns)) {
                out.append(line).append('\n');
            }
        }
    }

    private void renderIdentity(BuildMetrics build, @Nullable String excluded, Appendable out) throws IOException {
        Lines lines = new Lines(columns);
        lines.add("project", Label.printable(build.identity().project()));
        lines.add("scenario", Label.printable(build.identity().scenario().name()));
        lines.add("started", time.format(build.timestamp()));
        lines.add("commit", commit(build.commit()));
        lines.add("CI", ci(build.ci()));
        lines.add(
                "part of",
                build.identity().parentBuild() == null
                        ? null
                        : "build "
                                + Label.printable(build.identity().parentBuild().value()));
        lines.add("outcome", build.outcome().word());
        lines.add("excluded", excluded == null ? null : "from every judgement: " + Label.printable(excluded));
        lines.add("pages", pages(build));
        lines.add("environment", environment(build.environment()));
        lines.add("load", load(build.environment().load()));
        lines.render(out);
    }

    private static String commit(@Nullable Commit commit) {
        if (commit == null) {
            return "none";
        }
        String branch = commit.branch() == null ? "" : " on " + Label.printable(commit.branch());
        return Label.printable(commit.shortHash())
                + branch
                + (Boolean.TRUE.equals(commit.dirty()) ? ", with uncommitted changes" : "");
    }

    private static @Nullable String ci(@Nullable CiRun ci) {
        if (ci == null) {
            return null;
        }
        List<String> parts = new ArrayList<>(List.of(ci.provider()));
        add(parts, "run ", ci.runId(), "");
        add(parts, "pull request ", ci.pullRequest(), "");
        add(parts, "", ci.url(), "");
        return Label.printable(String.join(", ", parts));
    }

    private static @Nullable String pages(BuildMetrics build) {
        List<String> parts = new ArrayList<>();
        add(parts, "", build.stats().pageCount(), "");
        add(parts, "", build.stats().totalPages(), " with the generated ones");
        add(parts, "", counted(build.stats().assetCount(), "asset"), "");
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static String environment(Environment environment) {
        Machine machine = environment.machine();
        List<String> parts = new ArrayList<>();
        add(parts, "", machine.platform(), "");
        add(parts, "", machine.arch(), "");
        add(parts, "", counted(machine.cpuCount(), "CPU"), "");
        add(parts, "", machine.cpuModel(), "");
        add(parts, "", machine.memoryMebibytes(), "MB");
        add(parts, "limits ", machine.limits(), "");
        add(parts, "Java ", environment.tooling().javaVersion(), "");
        add(parts, "", environment.tooling().tool(), "");
        return Label.printable(
                environment.fingerprint() + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")"));
    }

    private static @Nullable String load(MachineLoad load) {
        List<String> parts = new ArrayList<>();
        add(parts, "", load.load1m(), " over a minute");
        if (load.stealPercent() != null) {
            parts.add(Figures.shareInTenths(load.stealPercent()) + " stolen");
        }
        if (load.pressureCpuPercent() != null) {
            parts.add(Figures.shareInTenths(load.pressureCpuPercent()) + " of the time something waited for a CPU");
        }
        if (Boolean.TRUE.equals(load.contended())) {
            parts.add("contended");
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static @Nullable String counted(@Nullable Long count, String word) {
        return count == null ? null : count + " " + word + (count == 1 ? "" : "s");
    }

    private static void add(List<String> parts, String before, @Nullable Object value, String after) {
        if (value != null) {
            parts.add(before + value + after);
        }
    }

    private static void renderTotals(Totals totals, Appendable out) throws IOException {
        TimeTotals time = totals.time();
        MemoryTotals memory = totals.memory();
        TextTable table = new TextTable(List.of(
                Column.left(""),
                Column.left(""),
                Column.right(""),
                Column.left(""),
                Column.left(""),
                Column.right("")));
        pair(
                table,
                "time",
                Figures.millis(time.wallMillis()),
                "in no phase",
                Figures.millis(time.unattributedMillis()));
        pair(table, "CPU", Figures.millis(time.cpuMillis()), "of children", Figures.millis(time.childCpuMillis()));
        pair(
                table,
                "RSS growth",
                Figures.mebibytes(memory.rssGrowthMebibytes()),
                "RSS peak",
                Figures.mebibytes(memory.rssPeakMebibytes()));
        pair(
                table,
                "heap",
                Figures.mebibytes(memory.liveHeapMebibytes()),
                "heap peak",
                Figures.mebibytes(memory.peakHeapMebibytes()));
        pair(table, "allocated", Figures.mebibytes(memory.allocatedMebibytes()), "", "");
        pair(
                table,
                "collections",
                Figures.count(totals.gc().count()),
                "time in them",
                Figures.millis(totals.gc().millis()));
        pair(
                table,
                "read",
                Figures.mebibytes(totals.io().readMebibytes()),
                "written",
                Figures.mebibytes(totals.io().writtenMebibytes()));
        table.render(out);
        for (Estimate estimate : totals.estimates()) {
            out.append("  ")
                    .append(Label.printable(estimate.value()))
                    .append(" is an estimate: ")
                    .append(Label.printable(estimate.source()))
                    .append('\n');
        }
    }

    private static void pair(TextTable table, String name, String figure, String otherName, String otherFigure) {
        table.row(List.of("", name, figure, "", otherName, otherFigure));
    }

    /** A name and what is said of it, in as many lines as it takes; what is null is left out. */
    private static final class Lines {
        private static final int LEAST = 20;

        private final List<List<String>> rows = new ArrayList<>();
        private final int columns;

        Lines(int columns) {
            this.columns = columns;
        }

        void add(String name, @Nullable String text) {
            if (text != null) {
                rows.add(List.of(name, text));
            }
        }

        void render(Appendable out) throws IOException {
            int names = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
            int room = Math.max(LEAST, columns - names - 2 * TextTable.GAP);
            TextTable table = new TextTable(List.of(Column.left(""), Column.left(""), Column.left("")));
            for (List<String> row : rows) {
                String name = row.get(0);
                for (String line : CellWidth.lines(row.get(1), room)) {
                    table.row(List.of("", name, line));
                    name = "";
                }
            }
            table.render(out);
        }
    }
}
