package dev.bengal.collector.allocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records where the whole JVM allocates, from {@link #start} to {@link #stop}. Nothing that fails in here reaches the
 * build: it costs one warning and the profile.
 */
public final class AllocationRecorder implements AutoCloseable {
    /** A recording that has grown to this size, 64 MiB, is stopped: reading it would take longer than most builds. */
    public static final long LIMIT_BYTES = 64L * 1024 * 1024;

    private final Consumer<String> warnings;
    private final Path temporaryFolder;
    private @Nullable FlightRecording recording;
    private boolean warned;

    private AllocationRecorder(Consumer<String> warnings, Path temporaryFolder) {
        this.warnings = warnings;
        this.temporaryFolder = temporaryFolder;
    }

    /**
     * Starts recording.
     *
     * @param warnings gets at most one sentence
     */
    public static AllocationRecorder start(Consumer<String> warnings) {
        return start(warnings, LIMIT_BYTES, Path.of(System.getProperty("java.io.tmpdir")));
    }

    static AllocationRecorder start(Consumer<String> warnings, long limitBytes, Path temporaryFolder) {
        AllocationRecorder recorder = new AllocationRecorder(warnings, temporaryFolder);
        recorder.attempt(() -> recorder.recording = FlightRecording.start(limitBytes));
        return recorder;
    }

    /** The build has ended. */
    public void stop() {
        FlightRecording running = recording;
        if (running != null) {
            attempt(running::stop);
        }
    }

    /** Reads what was recorded, and forgets it: a second call answers nothing. */
    public Optional<AllocationProfile> profile() {
        stop();
        FlightRecording stopped = recording;
        if (stopped == null) {
            return Optional.empty();
        }
        ProfileBuilder profile = new ProfileBuilder();
        attempt(() -> read(stopped, profile));
        boolean isWhole = recording != null;
        close();
        return isWhole ? Optional.of(profile.build(stopped.isTruncated())) : Optional.empty();
    }

    /** Stops the recording where it still runs, and forgets it. */
    @Override
    public void close() {
        FlightRecording last = recording;
        recording = null;
        if (last != null) {
            attempt(last::close);
        }
    }

    private void read(FlightRecording stopped, ProfileBuilder profile) throws IOException {
        Path file = Files.createTempFile(temporaryFolder, "bengal-allocations", ".jfr");
        // A signal may end the process while the file is read.
        file.toFile().deleteOnExit();
        try {
            stopped.writeTo(file);
            RecordedAllocations.read(file, profile::add);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Where a step fails, that is the end of the recording. A JVM without a flight recorder may lack its classes too. */
    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException | LinkageError e) {
            if (!warned) {
                warned = true;
                warnings.accept("allocation was not recorded: " + reason(e));
            }
            close();
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private interface Step {
        void run() throws IOException;
    }
}
