package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.collector.HeapProbe.HeapMark;
import dev.bengal.collector.HeapProbe.HeapReading;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionLogTest {
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    private Path written;
    /** Cleared by hand, since this JVM's own collections stand in no log. */
    private Reference<Object> canary = new SoftReference<>(this);

    @BeforeEach
    void begin() throws IOException {
        written = Files.writeString(folder.resolve("1.collections"), "Using Serial\n");
    }

    private int reads;

    private HeapProbe log() throws IOException {
        return CollectionLog.of(Files.newInputStream(written), this::canary).orElseThrow();
    }

    private Reference<Object> canary() {
        canary = new SoftReference<>(this);
        return canary;
    }

    private void write(String... lines) throws IOException {
        Files.writeString(written, String.join("", lines), StandardOpenOption.APPEND);
    }

    private static String young(int number, int before, int after) {
        return "GC(" + number + ") DefNew: " + before + "K(9216K)->" + after + "K(9216K) Eden: " + before
                + "K(8192K)->0K(8192K) From: 0K(1024K)->" + after + "K(1024K)\n";
    }

    private static String old(int number, int before, int after) {
        return "GC(" + number + ") Tenured: " + before + "K(21888K)->" + after + "K(21888K)\n";
    }

    private static String pause(int number, String kind, String taken) {
        return "GC(" + number + ") Pause " + kind + " 29M->21M(38M) " + taken + "ms\n";
    }

    /** One of the young, of 1.25 ms. */
    private static String collection(int number, int before, int after) {
        return young(number, before, after) + old(number, 0, 0) + pause(number, "Young (Allocation Failure)", "1.250");
    }

    @Test
    void collection_standsBetweenTheMarksAroundIt() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        write(young(0, 800_000, 2048), old(0, 0, 1024), pause(0, "Young (Allocation Failure)", "12.400"));
        HeapMark middle = log.mark();
        write(young(1, 900_000, 0), old(1, 1024, 5120), pause(1, "Young (GCLocker Initiated GC)", "1.700"));
        write(young(2, 700_000, 0), old(2, 5120, 4096), pause(2, "Full (System.gc())", "120.000"));
        HeapMark end = log.mark();

        write(young(3, 1000, 0), old(3, 0, 10), pause(3, "Young (Allocation Failure)", "1.000"));
        HeapMark last = log.mark();

        HeapReading first = log.between(start, middle);
        HeapReading second = log.between(middle, end);
        assertThat(log.between(end, last).liveBytes()).as("not of those before").hasValue(10L << 10);
        assertThat(first.collections()).hasValue(1);
        assertThat(first.collectionMillis()).hasValue(12);
        assertThat(first.liveBytes()).hasValue(3072L << 10);
        assertThat(first.peakBytes()).hasValue(800_000L << 10);
        assertThat(second.collections()).hasValue(2);
        assertThat(second.collectionMillis()).hasValue(122);
        assertThat(second.liveBytes()).hasValue(5120L << 10);
        assertThat(second.peakBytes()).hasValue(901_024L << 10);
        assertThat(log.between(start, end).peakBytes()).isEqualTo(second.peakBytes());
        assertThat(log.between(start, end).complete()).isTrue();
    }

    @Test
    void collectionOfTheYoungThatTurnedIntoOneOfAll_hasNoSizesOfItsOwn() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        write(pause(0, "Young (Allocation Failure)", "0.012"));
        write(young(1, 8192, 0), old(1, 16_000, 9000), pause(1, "Full (Allocation Failure)", "3.000"));
        write(collection(2, 8192, 0));
        HeapReading reading = log.between(start, log.mark());

        assertThat(reading.collections()).hasValue(3);
        assertThat(reading.complete()).isTrue();
    }

    @Test
    void line_thatIsHalfWrittenIsReadWhenItIsWhole() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        String lines = collection(0, 900_000, 100);
        for (int split = 0; split < lines.length(); split += 10) {
            write(lines.substring(split, Math.min(lines.length(), split + 10)));
            log.mark();
        }
        HeapReading reading = log.between(start, log.mark());

        assertThat(reading.collections()).hasValue(1);
        assertThat(reading.peakBytes()).hasValue(900_000L << 10);
        assertThat(reading.complete()).isTrue();
    }

    @Test
    void log_longerThanAPieceOfItIsReadToItsEnd() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        int collections = 500;
        for (int number = 0; number < collections; number++) {
            write(collection(number, number == collections - 1 ? 900_000 : 800, 0));
        }
        HeapReading reading = log.between(start, log.mark());

        assertThat(reading.complete()).isTrue();
        assertThat(reading.collections()).hasValue(collections);
        assertThat(reading.collectionMillis()).hasValue(625);
        assertThat(reading.peakBytes()).hasValue(900_000L << 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GC(1) DefNew: \nGC(1) Tenured: ?K(1K)->K(1K)\n",
                "GC(1) DefNew: 99999999999999999999K(1K)->1K(1K)\nGC(1) Tenured: 1K(1K)->1K(1K)\n",
                "GC(1) Tenured: 1K(1K)->1K(1K)\n",
                "GC(1) Metaspace: 4K(8K)->4K(8K)\n\n"
            })
    void sizes_thatCouldNotBeReadAreKnownToBeMissing(String sizes) throws IOException {
        for (String kind : List.of("Young (Allocation Failure)", "Full (System.gc())")) {
            HeapProbe log = log();
            HeapMark start = log.mark();
            write(sizes.replace("(1)", "(0)"), pause(0, kind, "1.000"));
            HeapMark middle = log.mark();
            assertThat(log.between(middle, log.mark()).complete())
                    .as("said once")
                    .isTrue();
            write(sizes, pause(1, kind, "1.000"), collection(2, 8192, 0));
            HeapMark end = log.mark();

            assertThat(log.between(start, middle).collections()).as(kind).hasValue(1);
            assertThat(log.between(start, middle).complete()).as(kind).isFalse();
            assertThat(log.between(middle, end).collections()).as(kind).hasValue(2);
            assertThat(log.between(middle, end).complete()).as(kind).isFalse();
            assertThat(log.between(end, log.mark()).complete())
                    .as("what follows")
                    .isTrue();
            begin();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GC(1) Pause Young (Allocation Failure) 29M->21M(38M) 2.126s\n",
                "GC(1) Pause Young (Allocation Failure) 29M->21M(38M) ms\n",
                "GC(2) Pause Young (Allocation Failure) 29M->21M(38M) 2.126ms\n",
                "GC(one) Pause Young (Allocation Failure) 29M->21M(38M) 2.126ms\n",
                "GC(2 Pause Young\n",
                " Pause "
            })
    void collection_thatCouldNotBeReadLeavesTheirNumberUnknown(String end) throws IOException {
        HeapProbe log = log();
        write(collection(0, 8192, 0));
        HeapMark start = log.mark();
        write(end, collection(2, 8192, 0));
        HeapMark middle = log.mark();
        write(collection(3, 8192, 0));
        HeapMark last = log.mark();

        HeapReading reading = log.between(start, middle);
        assertThat(reading.collections()).isEmpty();
        assertThat(reading.collectionMillis()).isEmpty();
        assertThat(reading.peakBytes()).isPresent();
        assertThat(reading.complete()).isFalse();
        assertThat(log.between(middle, last).collections())
                .as("those that follow")
                .hasValue(1);
    }

    /** As the JVM writes it where that is the custom. */
    @Test
    void time_mayHaveADecimalComma() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        write(young(0, 8192, 0), old(0, 0, 0), pause(0, "Full (System.gc())", "1.234,567"));
        HeapReading reading = log.between(start, log.mark());

        assertThat(reading.collectionMillis()).hasValue(1234);
        assertThat(reading.complete()).isTrue();
    }

    @Test
    void sizes_areThoseOfTheirOwnCollection() throws IOException {
        HeapProbe log = log();
        write(collection(0, 900_000, 4000));
        HeapMark start = log.mark();
        write(
                pause(1, "Young (Allocation Failure)", "0.012"),
                old(2, 0, 5000),
                pause(2, "Full (Metadata GC Threshold)", "1.000"));
        HeapReading reading = log.between(start, log.mark());

        assertThat(reading.liveBytes()).isEmpty();
        assertThat(reading.complete()).isFalse();
    }

    @Test
    void log_thatIsCutOffWithinALineLacksSomething() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        write(collection(0, 8192, 0), "GC(1) DefNew: 10");
        canary.clear();

        assertThat(log.between(start, log.mark()).complete()).isFalse();
    }

    @Test
    void log_thatIsCutOffBeforeItIsReadForTheFirstTimeLacksSomething() throws IOException {
        write(collection(0, 8192, 0));
        HeapProbe log = log();
        HeapMark start = log.mark();
        canary.clear();

        assertThat(log.between(start, log.mark()).collections()).isEmpty();
    }

    /** As on a full disk. */
    @Test
    void collection_ofWhichNothingIsWrittenIsKnownToBeMissing() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        canary.clear();
        HeapMark middle = log.mark();
        HeapMark last = log.mark();
        canary.clear();

        assertThat(log.between(start, middle).collections()).isEmpty();
        assertThat(log.between(start, middle).complete()).isFalse();
        assertThat(log.between(middle, last).complete()).isTrue();
        assertThat(log.between(last, log.mark()).complete()).isFalse();
        canary.clear();
        assertThat(log.between(last, log.mark()).complete()).isFalse();
    }

    /** It runs when the log was read to its end so often: a mark does so twice where nothing happens. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0"})
    void collection_thatRunsDuringAMarkStandsOnOneSideOfIt(int after, long before) throws IOException {
        HeapProbe log = CollectionLog.of(runningAfter(after), this::canary).orElseThrow();
        HeapMark start = log.mark();
        reads = 0;
        HeapMark middle = log.mark();
        HeapMark end = log.mark();

        assertThat(log.between(start, middle).collections()).hasValue(before);
        assertThat(log.between(middle, end).collections()).hasValue(1 - before);
        assertThat(log.between(start, end).complete()).isTrue();
    }

    private InputStream runningAfter(int after) throws IOException {
        reads = after;
        return new FilterInputStream(Files.newInputStream(written)) {
            @Override
            public int read(byte[] chunk) throws IOException {
                int length = super.read(chunk);
                if (length <= 0 && ++reads == after) {
                    write(collection(0, 8192, 0));
                    canary.clear();
                }
                return length;
            }
        };
    }

    @Test
    void collection_thatIsWrittenIsNotMissing() throws IOException {
        HeapProbe log = log();
        HeapMark start = log.mark();
        canary.clear();
        write(collection(0, 8192, 0));
        HeapReading reading = log.between(start, log.mark());

        assertThat(reading.collections()).hasValue(1);
        assertThat(reading.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Using G1\n", "", "Using Serial"})
    void otherCollectors_areAskedThemselves(String log) throws IOException {
        Files.writeString(written, log);

        assertThat(CollectionLog.of(Files.newInputStream(written), this::canary))
                .isEmpty();
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
                        "-Xlog:gc,gc+heap:file=\"" + written + "\":none:filecount=0",
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
        assertThat(Long.parseLong(told[4])).as("milliseconds").isPositive();
        assertThat(written).doesNotExist();
    }
}
