package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.collector.HeapProbe.HeapMark;
import dev.bengal.collector.HeapProbe.HeapReading;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CollectionLogTest {
    private static final long MEBIBYTE = 1 << 20;

    private final AtomicLong ofTheYoung = new AtomicLong();
    private final AtomicLong ofAll = new AtomicLong();
    private final List<GarbageCollectorMXBean> serial =
            List.of(new Counted("Copy", ofTheYoung), new Counted("MarkSweepCompact", ofAll));

    @TempDir
    private Path folder;

    private Path written;

    @BeforeEach
    void begin() throws IOException {
        written = Files.createFile(folder.resolve("1.collections"));
    }

    private HeapProbe log() throws IOException {
        return CollectionLog.of(Files.newInputStream(written), serial).orElseThrow();
    }

    private void write(String text) throws IOException {
        Files.writeString(written, text, StandardOpenOption.APPEND);
    }

    private static String young(int before, int after) {
        return "GC(0) DefNew: " + before + "K(9216K)->" + after + "K(9216K) Eden: " + before
                + "K(8192K)->0K(8192K) From: 0K(1024K)->" + after + "K(1024K)\n";
    }

    private static String old(int before, int after) {
        return "GC(0) Tenured: " + before + "K(21888K)->" + after + "K(21888K)\n";
    }

    @Test
    void collection_standsBetweenTheMarksAroundIt() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        write(young(800_000, 2048) + old(0, 1024));
        ofTheYoung.incrementAndGet();
        HeapMark middle = log.mark();
        write(young(900_000, 0) + old(1024, 5120) + young(700_000, 0) + old(5120, 4096));
        ofTheYoung.incrementAndGet();
        ofAll.incrementAndGet();
        HeapMark end = log.mark();

        HeapReading first = log.between(start, middle);
        HeapReading second = log.between(middle, end);
        assertThat(first.collections()).hasValue(1);
        assertThat(first.liveBytes()).hasValue(3072L << 10);
        assertThat(first.peakBytes()).hasValue(800_000L << 10);
        assertThat(second.collections()).hasValue(2);
        assertThat(second.liveBytes()).hasValue(5120L << 10);
        assertThat(second.peakBytes()).hasValue(901_024L << 10);
        assertThat(log.between(start, end).peakBytes()).isEqualTo(second.peakBytes());
        assertThat(log.between(start, end).complete()).isTrue();
    }

    @Test
    void collectionOfTheYoungThatTurnedIntoOneOfAll_isToldOnce() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        write(young(8192, 0) + old(16_000, 9000));
        ofTheYoung.incrementAndGet();
        ofAll.incrementAndGet();
        HeapReading reading = log.between(start, log.mark());

        assertThat(reading.collections()).hasValue(2);
        assertThat(reading.complete()).isTrue();
    }

    @Test
    void line_thatIsHalfWrittenIsReadWhenItIsWhole() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        String lines = young(900_000, 100) + old(100, 200);
        for (int split = 0; split < lines.length(); split += 10) {
            write(lines.substring(split, Math.min(lines.length(), split + 10)));
            log.mark();
        }
        ofTheYoung.incrementAndGet();
        HeapReading reading = log.between(start, log.mark());

        assertThat(reading.peakBytes()).hasValue(900_100L << 10);
        assertThat(reading.complete()).isTrue();
    }

    @Test
    void log_longerThanAPieceOfItIsReadToItsEnd() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        int collections = 500;
        write((young(800, 0) + old(0, 0)).repeat(collections - 1) + young(900_000, 100) + old(0, 0));
        ofTheYoung.set(collections);
        HeapReading reading = log.between(start, log.mark());

        assertThat(reading.complete()).isTrue();
        assertThat(reading.peakBytes()).hasValue(900_000L << 10);
    }

    @Test
    void collection_thatCouldNotBeWrittenDownIsKnownToBeMissing() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        write(young(8192, 0)
                + "GC(1) DefNew: \nGC(1) Tenured: ?K(1K)->K(1K)\nGC(2) DefNew: 99999999999999999999K(1K)->1K(1K)\n"
                + old(0, 0) + "GC(3) Metaspace: 4K(8K)->4K(8K)\n\n");
        ofTheYoung.set(3);
        HeapReading reading = log.between(start, log.mark());

        assertThat(reading.collections()).hasValue(3);
        assertThat(reading.liveBytes()).isEmpty();
        assertThat(reading.complete()).isFalse();
    }

    @Test
    void collection_ofAnotherJvmIsKnownToBeTooMuch() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        write((young(8192, 0) + old(0, 0)).repeat(2));
        ofTheYoung.incrementAndGet();

        assertThat(log.between(start, log.mark()).complete()).isFalse();
    }

    @Test
    void otherCollectors_areAskedThemselves() throws IOException {
        List<GarbageCollectorMXBean> others = List.of(new Counted("G1 Young Generation", ofTheYoung));

        assertThat(CollectionLog.of(Files.newInputStream(written), others)).isEmpty();
    }

    /** None was asked for here, so that there is nothing to claim. */
    @Test
    void jvmWithoutALog_isWatched() {
        CollectionLog.claim();

        assertThat(CollectionLog.ofThisJvm()).isEmpty();
        assertThat(Instruments.ofThisJvm().heap()).isInstanceOf(JvmHeapProbe.class);
    }

    /** A real JVM, whose collections are looked up as well. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void log_saysWhatTheCollectorsSay() throws Exception {
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Xmn32m",
                        "-Xlog:gc+heap:file=\"" + written + "\":none:filecount=0",
                        "-D" + CollectionLog.PROPERTY + "=" + written,
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwiceWatchedHeap.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = jvm.inputReader().lines().toList();
        assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(lines).hasSize(2);
        String[] told = lines.get(0).split(" ");
        String[] asked = lines.get(1).split(" ");
        assertThat(told[0]).as("collections").isEqualTo(asked[0]).isNotEqualTo("0");
        assertThat(Long.parseLong(told[1])).as("live").isCloseTo(Long.parseLong(asked[1]), within(2048L));
        assertThat(Long.parseLong(told[2])).as("peak").isCloseTo(Long.parseLong(asked[2]), within(2048L));
        assertThat(Long.parseLong(told[1])).isGreaterThan(TwiceWatchedHeap.KEPT_MEBIBYTES * MEBIBYTE);
        assertThat(told[3]).as("complete").isEqualTo(asked[3]).isEqualTo("true");
        assertThat(written).doesNotExist();
    }

    /** A collector that has done as many collections as it is told. */
    private record Counted(String getName, AtomicLong count) implements GarbageCollectorMXBean {
        @Override
        public long getCollectionCount() {
            return count.get();
        }

        @Override
        public long getCollectionTime() {
            return 0;
        }

        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public String[] getMemoryPoolNames() {
            return new String[0];
        }

        @Override
        public ObjectName getObjectName() {
            throw new UnsupportedOperationException();
        }
    }
}
