package dev.bengal.cli.recording;

import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.allocation.AllocationProfile;
import dev.bengal.collector.allocation.AllocationRecorder;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records where a build allocates, if it is to; what fails costs a warning. */
public final class Profiling implements AutoCloseable {
    private final Surface surface;
    private final @Nullable AllocationRecorder recorder;
    private Optional<AllocationProfile> profile = Optional.empty();

    private Profiling(Surface surface, @Nullable AllocationRecorder recorder) {
        this.surface = surface;
        this.recorder = recorder;
    }

    /** Starts it. Call it before the build starts, which is not to pay for it. */
    public static Profiling start(boolean wanted, Surface surface) {
        return new Profiling(surface, wanted ? AllocationRecorder.start(surface::warn) : null);
    }

    /** Call it as soon as the build has ended. */
    public void stop() {
        if (recorder != null) {
            recorder.stop();
        }
    }

    /** The build with what was found out about its allocation. */
    public BuildMetrics describe(BuildMetrics build) {
        profile = recorder == null ? Optional.empty() : recorder.profile();
        return profile.map(found -> build.withTopAllocators(
                        found.topAllocators(build.totals().memory().allocatedMebibytes())))
                .orElse(build);
    }

    /** Keeps the stacks of a build that has been recorded. */
    public void keep(BuildMetrics build, Recording.Result recorded) {
        if (profile.isEmpty() || recorded.folder().isEmpty()) {
            return;
        }
        try {
            new MetricsDirectory(recorded.folder().get())
                    .stacks()
                    .write(build.identity().id(), profile.get().stacks());
        } catch (JournalException e) {
            surface.warn("there will be no flame graph of this build: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (recorder != null) {
            recorder.close();
        }
    }
}
