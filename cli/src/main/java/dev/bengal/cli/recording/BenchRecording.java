package dev.bengal.cli.recording;

import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.terminal.ProgressBar;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.experiment.BenchListener;
import dev.bengal.experiment.PlannedCommand;
import dev.bengal.experiment.RecordedCommand;
import dev.bengal.journal.MetricsDirectory;

/** Saves the runs of a bench as they come, and moves its bar. */
public record BenchRecording(MetricsDirectory directory, Surface surface, ProgressBar progress)
        implements BenchListener {
    @Override
    public void running(PlannedCommand command, int done) {
        progress.show(done, command.scenario().name());
    }

    @Override
    public void ran(RecordedCommand run) {
        // What is measured next does not wait for a server; all runs are delivered together.
        Recording.keep(run.build(), directory, StoreSetting.NONE, surface);
    }
}
