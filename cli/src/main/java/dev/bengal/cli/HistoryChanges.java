package dev.bengal.cli;

import dev.bengal.analysis.LevelChanges;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Series;
import dev.bengal.report.ChangesJsonRenderer;
import dev.bengal.report.ChangesTableRenderer;
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
        json
    }

    @Mixin
    private final HistoryOptions history = new HistoryOptions();

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Mixin
    private final MetricOption metrics = new MetricOption();

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
        HistorySource source = HistorySource.of(history, location, surface);
        CommitOrder order = history.order(location).join();
        JudgedHistory judged = JudgedHistory.in(source.store(), filters.filter(), order, last);
        new FindingsReport(surface).print(judged.newest());
        if (judged.isEmpty() && format == Format.table) {
            surface.out().println(judged.whenEmpty(source));
            return;
        }
        List<Series> series = judged.series(judged.names(metrics));
        LevelChanges found = LevelChanges.in(series, judged.accepted(), order);
        switch (format) {
            case json -> new ChangesJsonRenderer().render(found, surface.out());
            case table -> new ChangesTableRenderer(ZoneId.systemDefault()).render(found, surface.out());
        }
        if (history.file == null) {
            new UsualLevelsFile(source, surface).write(order);
        }
    }
}
