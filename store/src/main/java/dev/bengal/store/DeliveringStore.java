package dev.bengal.store;

import dev.bengal.journal.JournalException;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A local store that passes on to a shared one what it keeps. What is appended is kept here first, so that nothing is lost, and
 * is delivered by the same call, else by the next one that reaches the shared store. Questions are answered by the shared store,
 * and while that is out of reach by the local one; it is tried again after a growing pause. An outage costs one warning and never the
 * answer. Safe for use by many threads.
 */
public final class DeliveringStore implements BuildStore {
    private final BuildStore local;
    private final SharedStore shared;
    private final Outbox outbox;
    private final Duration patience;
    private final Consumer<String> warnings;
    private final Outage outage;
    private final Lock delivering = new ReentrantLock();

    /**
     * Both stores.
     *
     * @param outbox from the local store's journal to the shared store
     * @param patience how long a call may go on delivering what older ones could not
     * @param warnings takes a sentence where the shared store fails, one for each outage, and one when it is there again
     */
    public DeliveringStore(
            BuildStore local, SharedStore shared, Outbox outbox, Duration patience, Consumer<String> warnings) {
        this(local, shared, outbox, patience, warnings, System::nanoTime);
    }

    /**
     * The same.
     *
     * @param nanos a clock that never steps back
     */
    DeliveringStore(
            BuildStore local,
            SharedStore shared,
            Outbox outbox,
            Duration patience,
            Consumer<String> warnings,
            LongSupplier nanos) {
        this.local = Objects.requireNonNull(local, "local");
        this.shared = Objects.requireNonNull(shared, "shared");
        this.outbox = Objects.requireNonNull(outbox, "outbox");
        this.patience = Objects.requireNonNull(patience, "patience");
        this.warnings = Objects.requireNonNull(warnings, "warnings");
        this.outage = new Outage(nanos);
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

    /** Delivers what is pending, where the shared store is worth a try; what fails costs a warning. */
    public void deliver() {
        if (!outbox.isEmpty() && outage.isWorthATry() && tryToDeliver()) {
            reached();
        }
    }

    /** Whether the shared store may still be asked. Who finds another at it goes on: what is on its way arrives without two. */
    private boolean tryToDeliver() {
        if (!delivering.tryLock()) {
            return true;
        }
        try {
            outbox.deliver(patience);
            outage.taken();
            return true;
        } catch (SharedStoreException e) {
            if (e.isUnreachable()) {
                leave(e);
                return false;
            }
            String trouble =
                    e.getMessage() + " What is recorded here is kept, and delivered by the next command that can.";
            if (outage.refused(trouble)) {
                warnings.accept(trouble);
            }
            return true;
        } finally {
            delivering.unlock();
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
    public List<ThinSeries> thinned(BuildFilter filter, String metric, int points) {
        return ask(store -> store.thinned(filter, metric, points));
    }

    @Override
    public List<HistoryEvent> events() {
        return ask(BuildReader::events);
    }

    @Override
    public Object mark() {
        Object kept = ask(store -> List.of(store == shared, store.mark()));
        return List.of(troubles(), kept);
    }

    @Override
    public List<String> troubles() {
        return outage.trouble().stream().toList();
    }

    private <T> T ask(Function<BuildStore, T> question) {
        if (outage.isWorthATry() && isReadyToAnswer()) {
            try {
                T answer = question.apply(shared);
                reached();
                return answer;
            } catch (SharedStoreException e) {
                leave(e);
            }
        }
        return question.apply(local);
    }

    private boolean isReadyToAnswer() {
        try {
            return tryToDeliver();
        } catch (JournalException e) {
            // Its readers say what is wrong with it; the shared store has what others recorded.
            return true;
        }
    }

    private void reached() {
        if (outage.found()) {
            warnings.accept(shared.name() + " can be reached again.");
        }
    }

    private void leave(SharedStoreException failure) {
        String trouble = failure.getMessage()
                + " What is recorded here is kept and delivered later; until then the history of this machine has to do.";
        if (outage.lost(trouble)) {
            warnings.accept(trouble);
        }
    }
}
