package dev.bengal.junit;

import dev.bengal.collector.MemoryProbe;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Lets several look at the peak of the resident set, each since its own last look, although the probe's peak starts anew
 * with each reading: whoever reads hands the peak on to all the others. One for the JVM, as the kernel's mark is.
 */
final class SharedPeak {
    private final MemoryProbe probe;
    private final Set<View> views = Collections.newSetFromMap(new IdentityHashMap<>());

    SharedPeak(MemoryProbe probe) {
        this.probe = probe;
    }

    /** A view that begins now. */
    synchronized View open() {
        View view = new View();
        views.add(view);
        view.take();
        return view;
    }

    private synchronized Optional<MemoryProbe.Residence> take(View taker) {
        Optional<MemoryProbe.Residence> residence = probe.take();
        if (residence.isEmpty()) {
            return residence;
        }
        MemoryProbe.Residence now = residence.get();
        for (View view : views) {
            view.peak = Math.max(view.peak, now.highestBytes());
        }
        long peak = taker.peak;
        taker.peak = now.nowBytes();
        return Optional.of(new MemoryProbe.Residence(
                now.nowBytes(), now.peakBytes().isPresent() ? OptionalLong.of(peak) : OptionalLong.empty()));
    }

    private synchronized void forget(View view) {
        views.remove(view);
    }

    /** The peak as one of many sees it. */
    final class View implements MemoryProbe, AutoCloseable {
        private long peak;

        @Override
        public Optional<Residence> take() {
            return SharedPeak.this.take(this);
        }

        @Override
        public void close() {
            forget(this);
        }
    }
}
