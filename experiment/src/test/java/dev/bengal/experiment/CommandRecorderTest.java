package dev.bengal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bengal.collector.Surroundings;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Estimate;
import dev.bengal.model.Measurement;
import dev.bengal.model.Metric;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs real commands. */
@DisabledOnOs(OS.WINDOWS)
class CommandRecorderTest {
    private static final int MOST_ATTEMPTS = 20;
    private static final Path TIME = Path.of("/usr/bin/time");

    @TempDir
    private Path folder;

    private final SignalRelay signals = SignalRelay.install();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> warnings = new ArrayList<>();

    @AfterEach
    void leaveSignals() {
        signals.close();
    }

    @ParameterizedTest
    @CsvSource({"exit 0, 0, SUCCESS", "exit 3, 3, FAILED", "kill -9 $$, 137, FAILED", "kill -TERM $$, 143, FAILED"})
    void exitCode_isTheOneOfAShell(String script, int exitCode, Outcome outcome) {
        RecordedCommand run = record("sh", "-c", script);

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.build().outcome()).isEqualTo(outcome);
        assertThat(value(run, CommandMetric.EXIT_CODE)).contains((double) exitCode);
        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void programThatIsNotThere_isRecordedAsFailed() {
        RecordedCommand run = record("no-such-program", "hunter2");

        assertThat(run.exitCode()).isEqualTo(127);
        assertThat(run.refusal()).contains("No such file or directory");
        assertThat(run.build().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.build().totals().time().cpuMillis()).isNull();
        assertThat(run.build().totals().memory().rssPeakMebibytes()).isNull();
        assertThat(record("no/such/folder/program").exitCode()).isEqualTo(127);
    }

    @Test
    void programThatCannotBeRun_isRecordedAsFailed() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "text");

        assertThat(record(plain.toString()).exitCode()).isEqualTo(126);
        assertThat(record(folder.toString()).exitCode()).isEqualTo(126);
    }

    /** In the module's own folder, since a temporary one may lie in memory, where nothing is storage. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void inputAndOutput_areThoseOfTheCommand(@TempDir(factory = BesideTheClasses.class) Path onDisk)
            throws IOException {
        assumeThat(Files.getFileStore(onDisk).type())
                .as("a file system on a disk")
                .isNotEqualTo("tmpfs");

        RecordedCommand run =
                record("dd", "if=/dev/zero", "of=" + onDisk.resolve("eight"), "bs=1048576", "count=8", "conv=fsync");

        assertThat(run.exitCode()).isZero();
        assertThat(run.build().totals().io().writtenMebibytes()).isBetween(8.0, 16.0);
        assertThat(run.build().totals().io().readMebibytes()).isNotNegative();
    }

    static final class BesideTheClasses implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "io");
        }
    }

    @Test
    void output_isCopiedByteForByteWhereItIsWatched() {
        watch("x", "sh", "-c", "printf 'a\\000\\377\\r\\nb'; printf 'c\\200' >&2");

        assertThat(out.toByteArray()).containsExactly('a', 0, 0xff, '\r', '\n', 'b');
        assertThat(err.toByteArray()).containsExactly('c', 0x80);
    }

    @Test
    void largeOutput_isCopiedWhole() {
        RecordedCommand run = watch("x", "head", "-c", "20000000", "/dev/zero");

        assertThat(out.size()).isEqualTo(20_000_000);
        // Without phases there is nothing that the rest would be of.
        assertThat(run.build().totals().time().unattributedMillis()).isNull();
    }

    @Test
    void phases_comeFromBothStreams() {
        RecordedCommand run = watch(
                "^== (.+) ==", "sh", "-c", "echo start; echo '== compile =='; echo x; echo '== test ==' >&2; exit 4");

        assertThat(run.build().phases()).extracting(PhaseMetrics::name).containsExactlyInAnyOrder("compile", "test");
        double phases = run.build().phases().stream()
                .mapToDouble(PhaseMetrics::durationMillis)
                .sum();
        assertThat(Objects.requireNonNull(run.build().totals().time().unattributedMillis()) + phases)
                .isCloseTo(run.build().totals().time().wallMillis(), within(1e-6));
    }

    /** What stays behind holds the pipe open, until the test lets it go. */
    @Test
    void processThatStaysBehind_isNotWaitedFor() throws IOException {
        Path gate = folder.resolve("gate");
        RecordedCommand run = watch("x", "sh", "-c", "mkfifo '" + gate + "'; (cat '" + gate + "') & echo done");

        assertThat(run.exitCode()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("done\n");
        Files.writeString(gate, "");
    }

    /** As a script's logger does; the JDK would close its own pipe at the end of the script. */
    @Test
    void whatIsWrittenAfterTheEndOfTheCommand_isCopiedToo() {
        RecordedCommand run =
                watch("x", "sh", "-c", "(while kill -0 $$ 2>&-; do :; done; seq 100000) & echo started; exit 3");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("started\n1\n2\n")
                .endsWith("\n99999\n100000\n");
    }

    @Test
    void outputThatCannotBeWritten_isSaid() {
        RecordedCommand run = recorder()
                .run(
                        new Command(List.of("sh", "-c", "echo y")),
                        new Scenario("test"),
                        CommandStreams.watched(new Refusing("No space left on device"), err),
                        Optional.of(PhasePattern.of("x")));

        assertThat(run.exitCode()).isZero();
        assertThat(warnings)
                .containsExactly("the command's output could not be written any further (No space left on device);"
                        + " what came after that is lost.");
    }

    @Test
    void patternThatCannotBeTried_costsPhasesAndNoOutput() {
        RecordedCommand run =
                watch("(.*a){12}$", "sh", "-c", "echo " + "a".repeat(60) + "!; echo aaaaaaaaaaaaa; exit 3");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("!\naaaaaaaaaaaaa\n");
        assertThat(run.build().phases()).isEmpty();
        assertThat(warnings).singleElement().asString().contains("takes too long", "no phases were looked for");
    }

    @Test
    void reader_thatGoesAwayEndsTheCommandAsItWouldWithoutUs() {
        RecordedCommand run = recorder()
                .run(
                        new Command(List.of("sh", "-c", "while :; do echo y; done")),
                        new Scenario("test"),
                        CommandStreams.watched(new Refusing("Broken pipe"), err),
                        Optional.of(PhasePattern.of("x")));

        // SIGPIPE, or the shell's own error where it writes the line by itself.
        assertThat(run.exitCode()).isNotZero();
        assertThat(warnings).isEmpty();
    }

    /** The shell tells its own CPU time, in steps of 10 ms, just before it ends. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void cpu_isThatOfTheCommand() throws IOException {
        Path times = folder.resolve("times");
        RecordedCommand run =
                record("sh", "-c", "i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done; times >'" + times + "'");
        Matcher own = Pattern.compile("^0m([0-9.]+)s 0m([0-9.]+)s").matcher(Files.readString(times));
        assertThat(own.find()).isTrue();
        double expected = 1000 * (Double.parseDouble(own.group(1)) + Double.parseDouble(own.group(2)));

        assertThat(run.build().totals().time().cpuMillis()).isCloseTo(expected, within(40.0));
        assertThat(value(run, CommandMetric.CPU_USER).orElseThrow()
                        + value(run, CommandMetric.CPU_SYSTEM).orElseThrow())
                .isEqualTo(run.build().totals().time().cpuMillis());
        assertThat(run.build().totals().time().childCpuMillis()).isNull();
    }

    /** dd holds one block of 200 MiB in memory, and little else. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void peak_isThatOfTheLargestProcess() {
        RecordedCommand run =
                recordUntilSeen(200, 200, "sh", "-c", "dd if=/dev/zero of=/dev/null bs=200M count=20; exit 0");

        assertThat(run.build().totals().memory().rssPeakMebibytes()).isBetween(200.0, 206.0);
        assertThat(value(run, CommandMetric.MEMORY_TREE).orElseThrow()).isBetween(200.0, 212.0);
        assertThat(run.build().totals().estimates())
                .extracting(Estimate::value)
                .containsExactlyInAnyOrder("memory_rss_peak_mb", "memory_rss_mb");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void peak_isWhatTimeSays() throws IOException {
        assumeThat(Files.isExecutable(TIME))
                .as("without /usr/bin/time there is nothing to compare with")
                .isTrue();
        Path answer = folder.resolve("answer");
        RecordedCommand run = recordUntilSeen(
                150,
                150,
                TIME.toString(),
                "-f",
                "%M",
                "-o",
                answer.toString(),
                "dd",
                "if=/dev/zero",
                "of=/dev/null",
                "bs=150M",
                "count=20");
        double kernel = Long.parseLong(Files.readString(answer).strip()) / 1024.0;

        assertThat(run.build().totals().memory().rssPeakMebibytes()).isCloseTo(kernel, within(0.02 * kernel));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void tree_isTheSumOfWhatRunsAtOnce() {
        RecordedCommand run = recordUntilSeen(
                100,
                150,
                "sh",
                "-c",
                "dd if=/dev/zero of=/dev/null bs=100M count=40 & dd if=/dev/zero of=/dev/null bs=100M count=40; wait");

        assertThat(run.build().totals().memory().rssPeakMebibytes()).isBetween(100.0, 106.0);
        assertThat(value(run, CommandMetric.MEMORY_TREE).orElseThrow()).isBetween(150.0, 216.0);
    }

    @Test
    void child_isToldWhichBuildItBelongsToAndWhereToRecord() throws IOException {
        Path told = folder.resolve("told");
        RecordedCommand run = record("sh", "-c", "echo $BENGAL_PARENT_BUILD $BENGAL_METRICS_DIR >'" + told + "'");

        assertThat(Files.readString(told).strip())
                .isEqualTo(run.build().identity().id() + " " + folder.resolve("metrics"));
    }

    @Test
    void folder_isTheOneOfTheUser() throws IOException {
        Path told = folder.resolve("told");
        record("sh", "-c", "pwd -P >'" + told + "'");

        assertThat(Path.of(Files.readString(told).strip())).isEqualTo(folder.toRealPath());
    }

    private RecordedCommand record(String... words) {
        return recorder()
                .run(new Command(List.of(words)), new Scenario("test"), CommandStreams.discarded(), Optional.empty());
    }

    /**
     * Of a command that was looked at too seldom, as on a busy machine, no peak is said, or one from before it was reached; the next one may
     * be luckier.
     *
     * @param peak the MiB that the largest process is known to hold
     * @param tree the MiB that are known to be held at once
     */
    private RecordedCommand recordUntilSeen(double peak, double tree, String... words) {
        for (int i = 0; i < MOST_ATTEMPTS; i++) {
            RecordedCommand run = record(words);
            Double seen = run.build().totals().memory().rssPeakMebibytes();
            if (seen != null
                    && seen >= peak
                    && value(run, CommandMetric.MEMORY_TREE).orElse(0.0) >= tree) {
                return run;
            }
        }
        throw new AssertionError("no peak of " + peak + " MiB was seen in " + MOST_ATTEMPTS + " attempts");
    }

    private RecordedCommand watch(String pattern, String... words) {
        return recorder()
                .run(
                        new Command(List.of(words)),
                        new Scenario("test"),
                        CommandStreams.watched(out, err),
                        Optional.of(PhasePattern.of(pattern)));
    }

    private CommandRecorder recorder() {
        MetricsDirectory directory = new MetricsDirectory(folder.resolve("metrics"));
        CommandProject project = new CommandProject("test", folder, folder, directory, true);
        return new CommandRecorder(project, Command::program, signals, Surroundings::unknown, warnings::add);
    }

    private static Optional<Double> value(RecordedCommand run, Metric metric) {
        BuildMetrics build = run.build();
        return build.measurements().stream()
                .filter(measurement -> measurement.metric().equals(metric))
                .map(Measurement::value)
                .findFirst();
    }

    /** A pipe that nobody reads any more, or a full disk. */
    private static final class Refusing extends java.io.OutputStream {
        private final String reason;

        Refusing(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }
}
