package dev.bengal.cli;

import dev.bengal.analysis.LevelChanges;
import dev.bengal.cli.history.HistorySource;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.SeriesOptions;
import dev.bengal.cli.history.UsualLevelsFile;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.cli.judge.SeriesSource;
import dev.bengal.cli.option.BuildCount;
import dev.bengal.cli.option.ChartOptions;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.model.Series;
import dev.bengal.report.chart.ChartStyle;
import dev.bengal.report.history.ChangesChartRenderer;
import dev.bengal.report.history.ChangesJsonRenderer;
import dev.bengal.report.history.ChangesTableRenderer;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the series of a recorded history stepped, and how that is shown. */
final class HistoryChanges {
    /** How the changes are shown. */
    enum Format {
        table,
        chart,
        json
    }

    @Mixin
    private final SeriesOptions asked = new SeriesOptions();

    @Mixin
    private final ChartOptions charts = new ChartOptions();

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            defaultValue = "all",
            converter = BuildCount.class,
            description = "Look at the newest builds only, so many of them; all by default.")
    private int last = Integer.MAX_VALUE;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}.")
    private Format format = Format.table;

    void print(Location location, Surface surface) throws IOException {
        HistorySource source = HistorySource.of(asked.history, location, surface);
        SeriesSource read = asked.read(source, last, location, surface);
        JudgedHistory newest = read.newest();
        if (newest.builds().isEmpty() && format != Format.json) {
            surface.out().println(asked.whenEmpty(read, source));
            return;
        }
        List<Series> series = asked.series(read);
        LevelChanges found = LevelChanges.in(series, newest.accepted(), newest.order());
        switch (format) {
            case json -> new ChangesJsonRenderer().render(found, surface.out());
            case chart -> {
                ChartStyle style = charts.style(surface);
                new ChangesChartRenderer(style, ZoneId.systemDefault())
                        .render(found, series, charts.out(surface, style));
            }
            case table ->
                new ChangesTableRenderer(ZoneId.systemDefault(), surface.columns(Integer.MAX_VALUE))
                        .render(found, surface.out());
        }
        if (asked.isWhole(last)) {
            new UsualLevelsFile(source, surface).write(newest);
        }
    }
}
