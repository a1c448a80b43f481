package dev.bengal.cli.served;

import dev.bengal.cli.history.Stamps;
import dev.bengal.model.HistoryEvent;
import dev.bengal.server.Acceptances;
import dev.bengal.store.BuildStore;
import org.jspecify.annotations.Nullable;

/** Writes what is accepted on the dashboard into the history, as {@code perf accept} does. */
public final class HistoryAcceptances implements Acceptances {
    private final BuildStore store;
    private final Stamps stamps;

    HistoryAcceptances(BuildStore store, Stamps stamps) {
        this.store = store;
        this.stamps = stamps;
    }

    @Override
    public void accept(String project, String commit, @Nullable String scenario, @Nullable String metric, String why) {
        store.append(new HistoryEvent.Accepted(stamps.stamp(), project, commit, scenario, metric, why));
    }
}
