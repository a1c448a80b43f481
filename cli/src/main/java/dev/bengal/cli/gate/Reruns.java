package dev.bengal.cli.gate;

import dev.bengal.cli.history.CheckedCommit;
import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.cli.recording.Recording;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.experiment.Command;
import dev.bengal.experiment.CommandRecorder;
import dev.bengal.experiment.CommandStreams;
import dev.bengal.experiment.RecordedCommand;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Builds the candidate again, as often as it takes. A command that records itself makes the build; otherwise its run from outside is one, in
 * the candidate's scenario.
 */
public final class Reruns {
    private final Command command;
    private final CommandRecorder recorder;
    private final MetricsDirectory directory;
    private final StoreSetting shared;
    private final Supplier<JudgedHistory> history;
    private final Surface surface;

    /**
     * Runs the build again where its answer is not sure.
     *
     * @param history reads what is recorded by now
     */
    public Reruns(
            Command command,
            CommandRecorder recorder,
            MetricsDirectory directory,
            StoreSetting shared,
            Supplier<JudgedHistory> history,
            Surface surface) {
        this.command = command;
        this.recorder = recorder;
        this.directory = directory;
        this.shared = shared;
        this.history = history;
        this.surface = surface;
    }

    /** The candidate with at least so many builds; with fewer where a run fails or builds something else, which is said. */
    public CheckedCommit upTo(int builds, CheckedCommit candidate) {
        CheckedCommit grown = candidate;
        while (grown.builds().size() < builds) {
            int before = grown.builds().size();
            surface.err().println("Suspicious: building it again, " + (before + 1) + " of " + builds + ".");
            CheckedCommit last = grown;
            grown = again(last).orElse(last);
            if (grown.builds().size() == before) {
                return grown;
            }
        }
        return grown;
    }

    private Optional<CheckedCommit> again(CheckedCommit candidate) {
        RecordedCommand run = recorder.run(
                command, candidate.newest().identity().scenario(), CommandStreams.discarded(), Optional.empty());
        if (run.exitCode() != 0) {
            surface.warn("the command failed with exit code " + run.exitCode() + "; it confirms nothing. "
                    + run.refusal().orElse("Run it alone to see why."));
            return Optional.empty();
        }
        CheckedCommit recorded = candidate.in(history.get());
        if (recorded.builds().size() == candidate.builds().size()
                && !isRecordedByItself(run.build().identity().id())) {
            Recording.keep(run.build(), directory, shared, surface);
            recorded = candidate.in(history.get());
        }
        if (recorded.builds().size() == candidate.builds().size()) {
            surface.warn(
                    "what the command built is not the candidate: another commit, scenario or environment, or a tree"
                            + " with changes. It confirms nothing.");
        }
        return Optional.of(recorded);
    }

    private boolean isRecordedByItself(BuildId parent) {
        return history.get().builds().stream()
                .anyMatch(known -> parent.equals(known.build().identity().parentBuild()));
    }
}
