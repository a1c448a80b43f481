package dev.bengal.cli.served;

import dev.bengal.model.CommitOrder;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The order of commits, for which git is asked again when something else is checked out, and after a minute for what no mark tells. Nobody
 * waits for git but who asks first: until it has answered, the order is the one known before. Safe for use by many threads.
 */
public final class RememberedOrder implements Supplier<CommitOrder> {
    private static final long NANOS_KEPT = 60_000_000_000L;

    private final Supplier<CommitOrder> git;
    private final Supplier<Object> mark;
    private final LongSupplier nanos;
    private final Executor background;
    private @Nullable CommitOrder known;
    private Object seen = "";
    private long askedAt;
    private boolean isBeingAsked;

    /**
     * Nothing is asked yet.
     *
     * @param mark that differs from an earlier one where something else is checked out
     * @param nanos a clock that never steps back
     * @param background where git is asked
     */
    RememberedOrder(Supplier<CommitOrder> git, Supplier<Object> mark, LongSupplier nanos, Executor background) {
        this.git = git;
        this.mark = mark;
        this.nanos = nanos;
        this.background = background;
    }

    @Override
    public synchronized CommitOrder get() {
        Object now = mark.get();
        CommitOrder order = known;
        if (order == null) {
            begin(now);
            order = git.get();
            known = order;
        } else if (!isBeingAsked && (!now.equals(seen) || nanos.getAsLong() - askedAt > NANOS_KEPT)) {
            begin(now);
            isBeingAsked = true;
            background.execute(this::renew);
        }
        return order;
    }

    /** The mark is read before git is asked, so that what changes meanwhile is asked for once more. */
    private void begin(Object now) {
        seen = now;
        askedAt = nanos.getAsLong();
    }

    private void renew() {
        try {
            CommitOrder order = git.get();
            synchronized (this) {
                known = order.equals(known) ? known : order;
            }
        } finally {
            synchronized (this) {
                isBeingAsked = false;
            }
        }
    }
}
