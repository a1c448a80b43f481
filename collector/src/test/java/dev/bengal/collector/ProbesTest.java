package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.collector.HeapProbe.HeapMark;
import dev.bengal.collector.HeapProbe.HeapReading;
import dev.bengal.collector.IoProbe.BytesMoved;
import dev.bengal.collector.MemoryProbe.Residence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProbesTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @Test
    void allocation_countsWhatThreadsAllocatedThatHaveEnded() throws InterruptedException {
        AllocationProbe probe = Instruments.ofThisJvm().allocation();
        long before = probe.processBytes().orElseThrow();
        Thread thread = new Thread(() -> allocate(64));
        thread.start();
        thread.join();

        // 64 MiB and some: the thread's own objects, and what other threads of the JVM did meanwhile.
        assertThat(probe.processBytes().orElseThrow() - before).isBetween(64L * MEBIBYTE, 72L * MEBIBYTE);
    }

    @Test
    void allocation_whereEndedThreadsAreForgottenIsThatOfTheLivingAndSaysSo() throws InterruptedException {
        AllocationProbe probe = JvmThreads.ofLiveThreadsAlone();
        long before = probe.processBytes().orElseThrow();
        allocate(48);
        Thread thread = new Thread(() -> allocate(512));
        thread.start();
        thread.join();

        assertThat(probe.processBytes().orElseThrow() - before).isBetween(48L * MEBIBYTE, 400L * MEBIBYTE);
        assertThat(probe.isExact()).isFalse();
        assertThat(Instruments.ofThisJvm().allocation().isExact()).isTrue();
    }

    @Test
    void allocation_ofThisThreadIsExact() {
        AllocationProbe probe = Instruments.ofThisJvm().allocation();
        long before = probe.threadBytes().orElseThrow();
        allocate(32);

        assertThat(probe.threadBytes().orElseThrow() - before).isBetween(32L * MEBIBYTE, 33L * MEBIBYTE);
    }

    @Test
    void ownThreads_areNoCostOfTheBuild() throws InterruptedException {
        AllocationProbe probe = Instruments.ofThisJvm().allocation();
        long before = probe.processBytes().orElseThrow();
        CountDownLatch allocated = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        OwnThreads.start("own", () -> {
            allocate(64);
            allocated.countDown();
            awaitUninterruptibly(asked);
            ended.countDown();
        });
        allocated.await();
        long whileItRuns = probe.processBytes().orElseThrow();
        asked.countDown();
        ended.await();
        long afterIts = probe.processBytes().orElseThrow();

        assertThat(whileItRuns - before).isLessThan(8L * MEBIBYTE);
        assertThat(afterIts - before).isLessThan(8L * MEBIBYTE);
    }

    @Test
    void ownThreadThatRests_isNotAskedUntilItRestsAgain() throws InterruptedException {
        CpuProbe probe = Instruments.ofThisJvm().cpu();
        long before = OwnThreads.cpuNanos();
        CountDownLatch rested = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        OwnThreads.start("own", () -> {
            spend(probe, 1_000_000);
            OwnThreads.rest();
            spend(probe, 50_000_000);
            rested.countDown();
            awaitUninterruptibly(asked);
        });
        rested.await();
        long sinceItRested = OwnThreads.cpuNanos();
        asked.countDown();

        // Some for the thread's own beginning; others of the collector may have ended meanwhile.
        assertThat(sinceItRested - before).isBetween(1_000_000L, 40_000_000L);
    }

    /** Uses CPU time on the calling thread. */
    private static void spend(CpuProbe probe, long nanos) {
        long until = probe.threadNanos().orElseThrow() + nanos;
        while (probe.threadNanos().orElseThrow() < until) {
            Thread.onSpinWait();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void heap_knowsTheCollectionThatRan() {
        HeapProbe probe = Instruments.ofThisJvm().heap();
        probe.start();
        HeapMark start = probe.mark();
        byte[] live = new byte[16 * MEBIBYTE];
        System.gc();
        HeapMark end = probe.mark();
        probe.stop();
        HeapReading reading = probe.between(start, end);

        assertThat(live).hasSize(16 * MEBIBYTE);
        assertThat(reading.collections().orElseThrow()).isPositive();
        assertThat(reading.liveBytes().orElseThrow()).isGreaterThanOrEqualTo(16L * MEBIBYTE);
        assertThat(reading.peakBytes().orElseThrow())
                .isGreaterThanOrEqualTo(reading.liveBytes().orElseThrow());
    }

    /** A rehearsal is a build too, and a preview makes one after the other. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void heap_isWatchedBetweenTheMarksInEachOfSeveralBuilds() {
        HeapProbe probe = Instruments.ofThisJvm().heap();
        for (int build = 0; build < 2; build++) {
            probe.start();
            HeapMark start = probe.mark();
            for (int collection = 0; collection < 3; collection++) {
                System.gc();
                // Nobody but the watch looks now; what it missed once nobody finds again.
                HeapMark now = new HeapMark(collectionsSoFar(), 0, 0);
                while (!probe.between(start, now).complete()) {
                    Thread.onSpinWait();
                }
            }
            HeapReading reading = probe.between(start, probe.mark());
            probe.stop();

            assertThat(reading.collections().orElseThrow()).isGreaterThanOrEqualTo(3);
            assertThat(reading.complete()).isTrue();
        }
    }

    private static List<Long> collectionsSoFar() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getCollectionCount)
                .toList();
    }

    @Test
    void heap_withoutACollectionHasNoLiveSet() {
        HeapProbe probe = Instruments.ofThisJvm().heap();
        probe.start();
        HeapMark start = probe.mark();
        HeapMark end = probe.mark();
        probe.stop();
        HeapReading reading = probe.between(start, end);

        // Should a collection happen to run just now, there is a live set to tell.
        assertThat(reading.liveBytes().isEmpty())
                .isEqualTo(reading.collections().orElseThrow() == 0);
        assertThat(reading.peakBytes().orElseThrow()).isPositive();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memory_seesAPeakThatIsOver() {
        MemoryProbe probe = Instruments.ofThisJvm().memory();
        Residence before = probe.take().orElseThrow();
        ByteBuffer touched = ByteBuffer.allocateDirect(64 * MEBIBYTE);
        Residence after = probe.take().orElseThrow();

        assertThat(touched.capacity()).isEqualTo(64 * MEBIBYTE);
        assertThat(after.highestBytes() - before.nowBytes()).isGreaterThan(60L * MEBIBYTE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void cpu_grows() {
        CpuProbe probe = Instruments.ofThisJvm().cpu();
        long before = probe.threadNanos().orElseThrow();
        ByteArrayOutputStream work = new ByteArrayOutputStream();
        while (probe.threadNanos().orElseThrow() <= before) {
            work.write(work.size());
        }
        assertThat(probe.processNanos().orElseThrow()).isPositive();
        assertThat(probe.childrenNanos()).isPresent();
    }

    @Test
    void residence_isReadFromTheStatusFile() {
        String status = "Name:\tjava\nVmPeak:\t  999999 kB\nVmHWM:\t   20480 kB\nVmRSS:\t   10240 kB\nThreads:\t12\n";

        assertThat(ProcMemoryProbe.residence(status))
                .contains(new Residence(10L * MEBIBYTE, OptionalLong.of(20L * MEBIBYTE)));
        assertThat(ProcMemoryProbe.residence("Name:\tjava\n")).isEmpty();
        assertThat(ProcMemoryProbe.residence("VmRSS:\tmany kB\n")).isEmpty();
    }

    @Test
    void times_ofProcessAndChildrenAreReadFromTheStatFile() {
        // Fields 14 to 17 are 11, 3, 7 and 5 ticks of 10 ms; the program calls itself "a (b) c".
        String stat = "42 (a (b) c) S 1 42 42 0 -1 4194304 100 200 0 0 11 3 7 5 20 0 30 0 100";

        assertThat(ProcStat.process(stat)).contains(new ProcStat.CpuTime(110_000_000L, 30_000_000L));
        assertThat(ProcStat.children(stat)).contains(new ProcStat.CpuTime(70_000_000L, 50_000_000L));
        assertThat(ProcStat.children("42 (java) S 1 42 42 0 -1 4194304 100 200 0 0 11 3 7"))
                .isEmpty();
        assertThat(ProcStat.process("42 (java) S 1")).isEmpty();
        assertThat(ProcStat.process("")).isEmpty();
    }

    @Test
    void cpu_isAskedOfTheBeanWhereThereIsNoStatFile() {
        CpuProbe probe = new JvmCpuProbe(JvmThreads.ofThisJvm(), new ProcStat(Path.of("no/such/file")));

        assertThat(probe.processNanos().orElseThrow()).isPositive();
        assertThat(probe.childrenNanos()).isEmpty();
    }

    @Test
    void io_isWhatReachedStorage() {
        String io = """
                rchar: 9
                wchar: 8
                read_bytes: 4096
                write_bytes: 8192
                cancelled_write_bytes: 1
                """;

        assertThat(ProcIoProbe.moved(io)).contains(new BytesMoved(4096, 8192));
        assertThat(ProcIoProbe.moved("rchar: 9\n")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void io_isReadable() {
        assertThat(Instruments.ofThisJvm().io().moved().isPresent())
                .isEqualTo(Files.isReadable(Path.of("/proc/self/io")));
    }

    @Test
    void interruptedThread_readsAllTheSameAndStaysInterrupted(@TempDir Path self) throws IOException {
        Files.writeString(self.resolve("io"), "\nread_bytes: 1\nwrite_bytes: 2\n");
        IoProbe probe = ProcIoProbe.open(self);
        Thread.currentThread().interrupt();
        try {
            assertThat(probe.moved()).contains(new BytesMoved(1, 2));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(probe.moved()).contains(new BytesMoved(1, 2));
    }

    @Test
    void unreadableProc_isNothingClaimed(@TempDir Path nothing) throws IOException {
        assertThat(ProcMemoryProbe.open(nothing).take()).isEmpty();
        assertThat(ProcIoProbe.open(nothing).moved()).isEmpty();

        Files.writeString(nothing.resolve("status"), "garbage");
        Files.writeString(nothing.resolve("io"), "read_bytes: many");
        assertThat(ProcMemoryProbe.open(nothing).take()).isEmpty();
        assertThat(ProcIoProbe.open(nothing).moved()).isEmpty();
    }

    @Test
    void peakThatCannotBeReset_isNotClaimed(@TempDir Path self) throws IOException {
        Files.writeString(self.resolve("status"), "VmHWM:\t 900 kB\nVmRSS:\t 300 kB\n");

        assertThat(ProcMemoryProbe.open(self).take()).contains(new Residence(300L * 1024, OptionalLong.empty()));
    }

    private static void allocate(int mebibytes) {
        for (int i = 0; i < mebibytes; i++) {
            byte[] block = new byte[MEBIBYTE];
            assertThat(block.length).isEqualTo(MEBIBYTE);
        }
    }
}
