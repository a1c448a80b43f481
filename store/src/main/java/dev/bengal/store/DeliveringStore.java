package dev.bengal.store;

import dev.bengal.journal.JournalException;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A local store that passes on to a shared one what it keeps. What is appended is kept here first, so that nothing is lost, and
 * is delivered by the same call, else by the next one that reaches the shared store. Questions are answered by the shared store,
 * and while that is out of reach by the local one. Either costs one warning and never the answer.
 */
public final class DeliveringStore implements BuildStore {
    private final BuildStore local;
    private final SharedStore shared;
    private final Outbox outbox;
    private final Duration patience;
    private final Consumer<String> warnings;
    private boolean outOfReach;
    private boolean warned;

    /**
     * Both stores.
     *
     * @param outbox from the local store's journal to the shared store
     * @param patience how long a call may go on delivering what older ones could not
     * @param warnings takes a sentence where the shared store fails, one in the life of this store
     */
    public DeliveringStore(
            BuildStore local, SharedStore shared, Outbox outbox, Duration patience, Consumer<String> warnings) {
        this.local = Objects.requireNonNull(local, "local");
        this.shared = Objects.requireNonNull(shared, "shared");
        this.outbox = Objects.requireNonNull(outbox, "outbox");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.warnings = Objects.requireNonNull(warnings, "warnings");
    }

    @Override
    public void append(BuildMetrics build) {
        local.append(build);
        deliver();
    }

    @Override
    public void append(HistoryEvent event) {
        local.append(event);
        deliver();
    }

    /** Delivers what is pending; what fails costs a warning. */
    public void deliver() {
        if (outOfReach) {
            return;
        }
        try {
            outbox.deliver(patience);
        } catch (SharedStoreException e) {
            if (e.isUnreachable()) {
                leave(e);
            } else {
                warn(e, "What is recorded here is kept, and delivered by the next command that can.");
            }
        }
    }

    @Override
    public History recent(BuildFilter filter, BuildOrder order, int limit) {
        return ask(store -> store.recent(filter, order, limit));
    }

    @Override
    public List<BuildRecord> latest(BuildFilter filter, int limit) {
        return ask(store -> store.latest(filter, limit));
    }

    @Override
    public List<Series> series(BuildFilter filter, String metric, int limit) {
        return ask(store -> store.series(filter, metric, limit));
    }

    @Override
    public List<HistoryEvent> events() {
        return ask(BuildReader::events);
    }

    @Override
    public Object mark() {
        return ask(BuildStore::mark);
    }

    private <T> T ask(Function<BuildStore, T> question) {
        try {
            deliver();
        } catch (JournalException e) {
            // Its readers say what is wrong with it; the shared store has what others recorded.
        }
        if (!outOfReach) {
            try {
                return question.apply(shared);
            } catch (SharedStoreException e) {
                leave(e);
            }
        }
        return question.apply(local);
    }

    private void leave(SharedStoreException failure) {
        outOfReach = true;
        warn(
                failure,
                "What is recorded here is kept and delivered later; until then the history of this machine has to do.");
    }

    private void warn(SharedStoreException failure, String consequence) {
        if (!warned) {
            warned = true;
            warnings.accept(failure.getMessage() + " " + consequence);
        }
    }
}
