package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.util.List;
import java.util.Objects;

/**
 * What the history of one machine, in which builds of another project or of an older name may be, holds of one project: others are not
 * shown. The numbers and the mark that it tells are those of the history, and so is what was said about builds. A {@link SharedStore},
 * which many projects write to, keeps to one by itself.
 */
public record OneProject(BuildStore store, String project) implements BuildStore {
    public OneProject {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(project, "project");
    }

    @Override
    public void append(BuildMetrics build) {
        store.append(build);
    }

    @Override
    public void append(HistoryEvent event) {
        store.append(event);
    }

    @Override
    public History recent(BuildFilter filter, BuildOrder order, int limit) {
        return store.recent(filter.project(project), order, limit);
    }

    @Override
    public List<BuildRecord> latest(BuildFilter filter, int limit) {
        return store.latest(filter.project(project), limit);
    }

    @Override
    public List<Series> series(BuildFilter filter, String metric, int limit) {
        return store.series(filter.project(project), metric, limit);
    }

    @Override
    public List<ThinSeries> thinned(BuildFilter filter, String metric, int points) {
        return store.thinned(filter.project(project), metric, points);
    }

    @Override
    public List<HistoryEvent> events() {
        return store.events();
    }

    @Override
    public Object mark() {
        return store.mark();
    }

    @Override
    public boolean isNear() {
        return store.isNear();
    }

    @Override
    public List<String> troubles() {
        return store.troubles();
    }
}
