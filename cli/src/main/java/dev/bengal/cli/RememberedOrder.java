package dev.bengal.cli;

import dev.bengal.model.CommitOrder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The order of commits, for which git is asked again after some seconds. Safe for use by many threads. */
final class RememberedOrder implements Supplier<CommitOrder> {
    private static final long NANOS_KEPT = 5_000_000_000L;

    private final Supplier<CommitOrder> git;
    private final LongSupplier nanos;
    private @Nullable CommitOrder known;
    private long askedAt;

    /** @param nanos a clock that never steps back */
    RememberedOrder(Supplier<CommitOrder> git, LongSupplier nanos) {
        this.git = git;
        this.nanos = nanos;
    }

    @Override
    public synchronized CommitOrder get() {
        long now = nanos.getAsLong();
        CommitOrder order = known;
        if (order == null || now - askedAt > NANOS_KEPT) {
            order = git.get();
            known = order;
            askedAt = now;
        }
        return order;
    }
}
