package dev.bengal.experiment;

import dev.bengal.collector.Surroundings;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.model.Commit;
import java.util.function.Consumer;

/**
 * The surroundings of a command in a worktree. What is checked out there is known; a question to git would be answered by a
 * detached head, or by the repository that a hook of git is about.
 */
record CheckoutSurroundings(Commit commit, Surroundings machine) implements Surroundings {
    @Override
    public void start(TrackedBuild build, Consumer<String> warnings) {
        machine.start(build, warnings);
    }

    @Override
    public Findings findings() {
        Findings found = machine.findings();
        return new Findings(commit, found.ci(), found.parentBuild(), found.environment());
    }

    @Override
    public void close() {
        machine.close();
    }
}
