package dev.bengal.experiment.git;

import dev.bengal.experiment.ExperimentException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A commit that is checked out in a folder of its own.
 *
 * @param folder its top
 */
public record Worktree(Path folder, Checkout checkout) {
    /**
     * Makes it what it was at first.
     *
     * @param keepsIgnored whether what git ignores stays, such as what was built
     */
    public void restore(boolean keepsIgnored) {
        Revision revision = checkout.revision();
        // Not 'reset --hard': where the command has checked a branch out, that would move the user's branch.
        require("checkout", "--quiet", "--force", "--detach", revision.hash());
        overlay();
        List<String> clean = new ArrayList<>(List.of("clean", "--quiet", "-d", "--force", "--force"));
        if (!keepsIgnored) {
            clean.add("-x");
        }
        require(clean.toArray(String[]::new));
    }

    /** Lays the uncommitted changes over the commit, if there are any: the commit stays the one that is checked out. */
    void overlay() {
        if (checkout.tree() != null) {
            require("read-tree", "--reset", "-u", checkout.tree());
        }
    }

    private void require(String... words) {
        GitCommand.Answer answer = new GitCommand(folder).run(words);
        if (!answer.isFine()) {
            throw new ExperimentException(
                    "the worktree of " + checkout.revision().shown() + " cannot be made clean again. Git says: "
                            + answer.complaint() + ".");
        }
    }
}
