package dev.bengal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.collector.AllocationProbe;
import dev.bengal.collector.CpuProbe;
import dev.bengal.collector.Instruments;
import dev.bengal.junit.OwnWork.Sum;
import dev.bengal.junit.OwnWork.Work;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OwnWorkTest {
    private final ManualThread thread = new ManualThread();
    private final OwnWork ownWork = new OwnWork(thread.instruments());

    @Test
    void work_isWhatTheThreadDidInBetween() {
        thread.work(100);
        ownWork.begin("test");
        thread.work(7);

        assertThat(ownWork.end("test")).contains(work(7));
    }

    @Test
    void work_isLessWhatTheThreadDidForOthersMeanwhile() {
        ownWork.begin("class");
        thread.work(1);
        ownWork.begin("waiting test");
        thread.work(10);
        ownWork.begin("other test");
        thread.work(100);
        ownWork.begin("third test");
        thread.work(1000);
        assertThat(ownWork.end("third test")).contains(work(1000));
        assertThat(ownWork.end("other test")).contains(work(100));
        thread.work(20);
        assertThat(ownWork.end("waiting test")).contains(work(30));
        thread.work(2);
        assertThat(ownWork.end("class")).contains(work(3));
    }

    @Test
    void work_thatEndsOnAnotherThreadIsUnknown() throws InterruptedException {
        ownWork.begin("test");
        Optional<?>[] ended = new Optional<?>[1];
        Thread other = new Thread(() -> ended[0] = ownWork.end("test"));
        other.start();
        other.join();

        assertThat(ended[0]).isEmpty();
    }

    @Test
    void sum_isUnknownOnceAPartOfItIs() {
        Sum sum = new Sum();
        sum.add(Optional.of(work(3)));
        sum.add(Optional.of(work(4)));
        assertThat(sum.total()).contains(work(7));

        sum.add(Optional.empty());
        sum.add(Optional.of(work(5)));
        assertThat(sum.total()).isEmpty();
    }

    @Test
    void figureThatCannotBeRead_isAbsent() {
        OwnWork blind = new OwnWork(Instruments.timingOnly());
        blind.begin("test");

        assertThat(blind.end("test")).hasValueSatisfying(work -> {
            assertThat(work.cpuMillis()).isNull();
            assertThat(work.mebibytes()).isNull();
        });
    }

    /** As many nanoseconds as bytes. */
    private static Work work(long amount) {
        return new Work(OptionalLong.of(amount), OptionalLong.of(amount));
    }

    /** A thread whose every reading a test sets by hand. */
    private static final class ManualThread implements CpuProbe, AllocationProbe {
        private long done;

        /** It takes this many nanoseconds and allocates as many bytes. */
        void work(long amount) {
            done += amount;
        }

        Instruments instruments() {
            Instruments clocks = Instruments.timingOnly();
            return new Instruments(
                    clocks.ticker(), clocks.clock(), clocks.memory(), this, this, clocks.io(), clocks.heap());
        }

        @Override
        public OptionalLong threadNanos() {
            return OptionalLong.of(done);
        }

        @Override
        public OptionalLong threadBytes() {
            return OptionalLong.of(done);
        }

        @Override
        public OptionalLong processNanos() {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong childrenNanos() {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong processBytes() {
            return OptionalLong.empty();
        }

        @Override
        public boolean isExact() {
            return true;
        }
    }
}
