package dev.bengal.store;

import dev.bengal.journal.Journal;
import dev.bengal.journal.JournalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What of a journal a shared store does not have yet: all that stands behind a mark, which lies beside the journal in a file {@code
 * delivered-...} for each store. A mark that is missing, damaged or of another journal costs a delivery from the start, of which
 * the store takes what it lacks. So the mark saves time, and nothing rests on it.
 */
public final class Outbox {
    private static final int BATCH = 5_000;
    private static final int ADDRESS_DIGITS = 16;

    private final Journal journal;
    private final SharedStore store;
    private final Path file;
    private final int batch;
    private final LongSupplier nanos;

    /** What a journal holds for a store. */
    public Outbox(Journal journal, SharedStore store) {
        this(journal, store, BATCH, System::nanoTime);
    }

    /**
     * The same.
     *
     * @param batch how many lines are delivered at once
     * @param nanos a clock of nanoseconds
     */
    Outbox(Journal journal, SharedStore store, int batch, LongSupplier nanos) {
        this.journal = Objects.requireNonNull(journal, "journal");
        this.store = Objects.requireNonNull(store, "store");
        this.batch = batch;
        this.nanos = nanos;
        this.file = journal.file().resolveSibling("delivered-" + digest(store.name()));
    }

    private static String digest(String address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ADDRESS_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Where the mark lies. */
    public Path file() {
        return file;
    }

    /** Forgets what was delivered, so that all of it is offered again: to a database that was made anew or brought back. */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new JournalException(file + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Whether the store has all that the journal holds, as far as the mark says. */
    public boolean isEmpty() {
        return DeliveryMark.read(file, journal).position() == journal.size();
    }

    /**
     * Delivers in the journal's order, one batch after another, and moves the mark behind each.
     *
     * @param within after which no further batch is begun; the first one always is
     * @throws SharedStoreException where the store does not take it; what was delivered before is marked
     * @throws JournalException where the journal cannot be read
     */
    public Delivery deliver(Duration within) {
        long start = nanos.getAsLong();
        DeliveryMark mark = DeliveryMark.read(file, journal);
        if (mark.position() >= journal.size()) {
            return Delivery.NOTHING;
        }
        try (SharedStore.Handover handover = store.handover()) {
            return deliver(handover, mark, start, within);
        }
    }

    private Delivery deliver(SharedStore.Handover handover, DeliveryMark mark, long start, Duration within) {
        Delivery all = Delivery.NOTHING;
        Ready ready = ready(handover, mark.position(), mark.line());
        while (ready != null) {
            DeliveryBatch next = ready.batch();
            // While the store keeps this one, the next one is read.
            CompletableFuture<Ready> following = next.isFull()
                    ? CompletableFuture.supplyAsync(() -> ready(handover, next.position(), next.line()))
                    : null;
            Delivery delivered = ready.delivery().get();
            all = all.and(next.isFull() ? delivered.unfinished() : delivered);
            if (next.position() > journal.size() || !Objects.equals(ready.key(), key())) {
                // Another journal took its place meanwhile, and what that one holds is offered anew.
                return all.unfinished();
            }
            save(next.end(Seal.of(journal, next.position())), ready.key());
            ready = following != null && nanos.getAsLong() - start < within.toNanos() ? result(following) : null;
        }
        return all;
    }

    private static Ready result(CompletableFuture<Ready> ready) {
        try {
            return ready.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** A batch that only has to be kept; where nothing is left, an empty one. */
    private record Ready(@Nullable Object key, DeliveryBatch batch, Supplier<Delivery> delivery) {}

    private Ready ready(SharedStore.Handover handover, long position, long line) {
        Object key = key();
        DeliveryBatch next = DeliveryBatch.read(journal, position, line, batch);
        return new Ready(key, next, next.lines().isEmpty() ? () -> Delivery.NOTHING : handover.prepare(next.lines()));
    }

    private void save(DeliveryMark mark, @Nullable Object keyOfDelivered) {
        try {
            // The seal must be of the journal that was delivered.
            if (Objects.equals(keyOfDelivered, key())) {
                mark.write(file);
            }
        } catch (IOException e) {
            // Not worth a word: the next delivery begins where this one did, and the store takes what it lacks.
        }
    }

    /** What tells the journal from another one of its name; null where there is none, or the system cannot tell. */
    private @Nullable Object key() {
        try {
            return Files.readAttributes(journal.file(), BasicFileAttributes.class)
                    .fileKey();
        } catch (IOException e) {
            return null;
        }
    }
}
