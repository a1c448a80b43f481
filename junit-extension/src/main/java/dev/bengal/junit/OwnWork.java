package dev.bengal.junit;

import dev.bengal.collector.Instruments;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the thread that runs a test or the beginning and end of a class did for it, where tests run in parallel and the
 * figures of the process tell nothing. That is what it did in between, less what it did for others meanwhile: a thread that
 * waits may run another test. Work that is handed to further threads is not in it.
 *
 * <p>Safe for use by several threads.
 */
final class OwnWork {
    private final Instruments instruments;
    private final ThreadLocal<Deque<Stretch>> stacks = ThreadLocal.withInitial(ArrayDeque::new);

    OwnWork(Instruments instruments) {
        this.instruments = instruments;
    }

    /** A test or a class begins on this thread. */
    void begin(String uniqueId) {
        stacks.get().push(new Stretch(uniqueId, now()));
    }

    /** It ends. Empty where it began on another thread, so that nothing is known of it. */
    Optional<Work> end(String uniqueId) {
        Work now = now();
        Deque<Stretch> stack = stacks.get();
        Stretch stretch = stack.peek();
        if (stretch == null || !stretch.uniqueId.equals(uniqueId)) {
            return Optional.empty();
        }
        stack.pop();
        Work whole = now.less(stretch.start);
        Stretch around = stack.peek();
        if (around != null) {
            around.others = around.others.plus(whole);
        }
        return Optional.of(whole.less(stretch.others));
    }

    private Work now() {
        return new Work(
                instruments.cpu().threadNanos(), instruments.allocation().threadBytes());
    }

    /**
     * What threads did.
     *
     * @param cpuNanos empty where it cannot be read, like {@code bytes}
     */
    record Work(OptionalLong cpuNanos, OptionalLong bytes) {
        private static final double NANOS_PER_MILLI = 1e6;
        private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024.0;

        static final Work NONE = new Work(OptionalLong.of(0), OptionalLong.of(0));

        @Nullable
        Double cpuMillis() {
            return cpuNanos.isEmpty() ? null : Double.valueOf(cpuNanos.getAsLong() / NANOS_PER_MILLI);
        }

        @Nullable
        Double mebibytes() {
            return bytes.isEmpty() ? null : Double.valueOf(bytes.getAsLong() / BYTES_PER_MEBIBYTE);
        }

        private Work plus(Work other) {
            return new Work(sum(cpuNanos, other.cpuNanos, 1), sum(bytes, other.bytes, 1));
        }

        private Work less(Work other) {
            return new Work(sum(cpuNanos, other.cpuNanos, -1), sum(bytes, other.bytes, -1));
        }

        private static OptionalLong sum(OptionalLong first, OptionalLong second, int sign) {
            return first.isEmpty() || second.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(first.getAsLong() + sign * second.getAsLong());
        }
    }

    /** From the beginning of a test or class on; used by its own thread only. */
    private static final class Stretch {
        private final String uniqueId;
        private final Work start;
        private Work others = Work.NONE;

        Stretch(String uniqueId, Work start) {
            this.uniqueId = uniqueId;
            this.start = start;
        }
    }

    /** Of a class with all of its tests; unknown for good once a part of it is. */
    static final class Sum {
        private @Nullable Work total = Work.NONE;

        synchronized void add(Optional<Work> more) {
            Work known = total;
            total = known == null || more.isEmpty() ? null : known.plus(more.get());
        }

        synchronized Optional<Work> total() {
            return Optional.ofNullable(total);
        }
    }
}
