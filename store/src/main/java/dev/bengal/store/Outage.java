package dev.bengal.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is the matter with a shared store at this moment, and when it is worth another try where it was out of reach: after 10 seconds, then
 * after twice as long each time, up to five minutes. One caller at a time tries, so that the others need not wait for it. Safe for use by
 * many threads.
 */
final class Outage {
    private static final long FIRST_PAUSE = Duration.ofSeconds(10).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMinutes(5).toNanos();

    private final LongSupplier nanos;
    private @Nullable String lost;
    private @Nullable String refused;
    private long since;
    private long pause = FIRST_PAUSE;
    private boolean isTried;

    /** @param nanos a clock that never steps back */
    Outage(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether to ask the store. Who is told so while it is out of reach is the one who tries, and the pause begins anew. */
    synchronized boolean isWorthATry() {
        if (lost == null) {
            return true;
        }
        long now = nanos.getAsLong();
        if (now - since < pause) {
            return false;
        }
        since = now;
        isTried = true;
        return true;
    }

    /**
     * It is out of reach; the pause begins now, and is longer where it was the one who tries that found it so.
     *
     * @return whether that is news
     */
    synchronized boolean lost(String trouble) {
        boolean isNew = lost == null;
        pause = isNew ? FIRST_PAUSE : isTried ? Math.min(LONGEST_PAUSE, 2 * pause) : pause;
        lost = trouble;
        since = nanos.getAsLong();
        isTried = false;
        return isNew;
    }

    /**
     * It answers.
     *
     * @return whether that is news
     */
    synchronized boolean found() {
        boolean isNew = lost != null;
        lost = null;
        isTried = false;
        return isNew;
    }

    /**
     * It answers, and takes nothing.
     *
     * @return whether that is news
     */
    synchronized boolean refused(String trouble) {
        boolean isNew = refused == null;
        refused = trouble;
        return isNew;
    }

    /** It takes what it is given. */
    synchronized void taken() {
        refused = null;
    }

    /** A sentence or two; empty where all is well. */
    synchronized Optional<String> trouble() {
        return Optional.ofNullable(lost == null ? refused : lost);
    }
}
