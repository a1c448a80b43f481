package dev.bengal.collector.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.model.AllocationSite;
import dev.bengal.model.CallTree;
import dev.bengal.model.TopAllocators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AllocationRecorderTest {
    private static final String PLACE = KnownAllocation.class.getName();

    private final List<String> warnings = new ArrayList<>();

    /**
     * In a JVM of its own, whose threads take 32 KiB at a time: in 400 MiB that makes thousands of samples, and chance cannot
     * carry a share two points away.
     */
    @Test
    void shares_areWithinTwoPointsOfTheTruth(@TempDir Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TLABSize=32k",
                        "-XX:-ResizeTLAB",
                        "-Xmn64m",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordedProgram.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        List<String[]> places = words.lines().map(line -> line.split(" ")).toList();
        assertThat(places.stream().map(place -> place[0]))
                .containsExactly(PLACE + ".half", PLACE + ".threeTenths", PLACE + ".fifth");
        assertThat(Double.parseDouble(places.get(0)[1])).isCloseTo(0.50, within(0.02));
        assertThat(Double.parseDouble(places.get(1)[1])).isCloseTo(0.30, within(0.02));
        assertThat(Double.parseDouble(places.get(2)[1])).isCloseTo(0.20, within(0.02));
        assertThat(folder).as("what the recorder left behind").isEmptyDirectory();
    }

    @Test
    void profile_namesThePlaceInItsSourceFile() throws IOException {
        AllocationProfile profile = record(16L << 20);
        AllocationSite half = profile.sites().stream()
                .filter(site -> site.method().equals(PLACE + ".half"))
                .findFirst()
                .orElseThrow();

        assertThat(half.file()).isEqualTo("KnownAllocation.java");
        assertThat(Files.readAllLines(Path.of("src/test/java", PLACE.replace('.', '/') + ".java"))
                        .get(Objects.requireNonNull(half.line()).intValue() - 1))
                .contains("new byte[bytes]");
        assertThat(half.type()).isEqualTo("byte[]");
        assertThat(half.count()).isPositive();
        assertThat(profile.truncated()).isFalse();
        assertThat(warnings).isEmpty();
    }

    @Test
    void profile_layTheJdksAllocationsToItsCallerAndKeepsTheWholeStack() {
        AllocationProfile profile = record(16L << 20);
        CallTree fifth = find(profile.stacks(), PLACE + ".fifth");

        assertThat(profile.sites()).extracting(AllocationSite::method).contains(PLACE + ".fifth");
        assertThat(fifth.frame()).isEqualTo(PLACE + ".fifth");
        // Between the two stands Arrays.copyOf, unless the compiler has put its own code in its place by then.
        assertThat(find(fifth, "new byte[]").frame()).isEqualTo("new byte[]");
    }

    @Test
    void recording_beyondItsLimitIsStoppedAndSaysSo() {
        // The file of a recording is never smaller than its header.
        try (FlightRecording recording = FlightRecording.start(1)) {
            recording.stopAtLimit();
            KnownAllocation.allocate(1 << 20);
            recording.stop();

            assertThat(recording.isTruncated()).isTrue();
        }
    }

    @Test
    @Timeout(60)
    void recording_isWatchedForItsLimit() {
        try (FlightRecording recording = FlightRecording.start(1)) {
            while (!recording.isTruncated()) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void recording_belowItsLimitIsWhole() {
        try (FlightRecording recording = FlightRecording.start(Long.MAX_VALUE)) {
            recording.stopAtLimit();
            recording.stop();
            recording.stopAtLimit();

            assertThat(recording.isTruncated()).isFalse();
        }
    }

    @Test
    void truncatedProfile_saysHowMuchItCovers() {
        ProfileBuilder builder = new ProfileBuilder();
        builder.add(new Allocation("byte[]", 3L << 20, 4, List.of(new Frame("a.B", "c", 7)), false));

        TopAllocators whole = builder.build(false).topAllocators(12.0);
        TopAllocators truncated = builder.build(true).topAllocators(12.0);

        assertThat(whole.truncatedAfterMebibytes()).isNull();
        assertThat(truncated.truncatedAfterMebibytes()).isEqualTo(3.0);
        assertThat(truncated.sites()).extracting(AllocationSite::sizeMebibytes).containsExactly(12.0);
    }

    @Test
    void profile_isAnsweredOnce() {
        try (AllocationRecorder recorder = AllocationRecorder.start(warnings::add)) {
            recorder.stop();
            recorder.stop();

            assertThat(recorder.profile()).isPresent();
            assertThat(recorder.profile()).isEmpty();
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void recordingThatCannotBeRead_costsOneWarningAndTheProfile(@TempDir Path folder) {
        Path missing = folder.resolve("missing");
        try (AllocationRecorder recorder =
                AllocationRecorder.start(warnings::add, AllocationRecorder.LIMIT_BYTES, missing)) {
            recorder.stop();

            assertThat(recorder.profile()).isEmpty();
            assertThat(recorder.profile()).isEmpty();
        }
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("allocation was not recorded: ")
                .contains("missing");
    }

    private AllocationProfile record(long bytes) {
        try (AllocationRecorder recorder = AllocationRecorder.start(warnings::add)) {
            KnownAllocation.allocate(bytes);
            recorder.stop();
            return recorder.profile().orElseThrow();
        }
    }

    private static CallTree find(CallTree tree, String frame) {
        return tree.frame().equals(frame)
                ? tree
                : tree.callees().stream()
                        .map(callee -> find(callee, frame))
                        .filter(found -> found.frame().equals(frame))
                        .findFirst()
                        .orElse(tree);
    }
}
