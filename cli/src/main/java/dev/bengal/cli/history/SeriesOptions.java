package dev.bengal.cli.history;

import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.cli.judge.SeriesSource;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;

/** Which series of which history are judged. */
public final class SeriesOptions {
    @Mixin
    public final HistoryOptions history = new HistoryOptions();

    @Mixin
    final FilterOptions filters = new FilterOptions();

    @Mixin
    final MetricOption metrics = new MetricOption();

    /** The newest builds, so many at most. What is wrong with the history is said. */
    public SeriesSource read(HistorySource source, int last, Location location, Surface surface) {
        SeriesSource read = SeriesSource.in(
                source.store(), filters.filter(), history.order(location).join(), last);
        new FindingsReport(surface).print(read.newest().answer());
        return read;
    }

    /** Those that were asked for; where none were, those of every metric that is tracked. */
    public List<Series> series(SeriesSource read) {
        JudgedHistory newest = read.newest();
        Set<String> names = metrics.isGiven()
                ? metrics.of(newest.builds(), List.of()).stream()
                        .map(Metric::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : newest.tracked();
        return read.series(names);
    }

    /** Whether the usual levels of the project's own history can be told from the newest builds that these options ask for. */
    public boolean isWhole(int last) {
        return history.file == null && filters.filter().conditions().isEmpty() && last >= UsualLevelsFile.BUILDS;
    }

    /** What to say where nothing is there to be judged. */
    public String whenEmpty(SeriesSource read, HistorySource source) {
        long recorded = read.newest().answer().recorded();
        return recorded == 0
                ? source.whenEmpty().get()
                : filters.whenNone(
                        source, recorded, " and fit to be held against: successful, from a clean tree, not excluded");
    }
}
