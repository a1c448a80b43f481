package dev.bengal.cli.recording;

import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.experiment.RunKeeper;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a run, unless its command has recorded itself. Of several records that name the run as their parent, the one of the asked scenario
 * counts; where none was asked for, nobody can tell, and the run from outside counts.
 */
public record SelfRecording(MetricsDirectory directory, Optional<Scenario> asked, Surface surface)
        implements RunKeeper {
    @Override
    public BuildMetrics keep(BuildMetrics outside) {
        List<BuildMetrics> own = NestedRecords.in(directory).of(outside);
        Optional<BuildMetrics> counting = own.size() == 1
                ? Optional.of(own.get(0))
                : own.stream()
                        .filter(build -> asked.filter(build.identity().scenario()::equals)
                                .isPresent())
                        .findFirst();
        if (counting.isEmpty()) {
            // What is measured next does not wait for a server; all builds are delivered together.
            Recording.keep(outside, directory, StoreSetting.NONE, surface);
        }
        return counting.orElse(outside);
    }
}
