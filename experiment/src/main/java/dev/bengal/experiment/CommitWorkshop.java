package dev.bengal.experiment;

import dev.bengal.experiment.git.Checkout;
import dev.bengal.experiment.git.GitRepository;
import dev.bengal.experiment.git.Revision;
import dev.bengal.model.BuildMetrics;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Builds commits in a workshop, each in a fresh checkout. */
public final class CommitWorkshop implements CommitBuilds {
    private final GitRepository repository;
    private final Workshop workshop;
    private final BiFunction<String, BuildMetrics, List<BuildMetrics>> history;
    private final @Nullable String branch;
    private final boolean warmsUp;

    /**
     * Commits of one branch.
     *
     * @param history the recorded builds of a commit that are like another build
     * @param branch whose commits they are, or null
     * @param warmsUp whether a checkout is built once before it is measured, since it keeps what was built
     */
    public CommitWorkshop(
            GitRepository repository,
            Workshop workshop,
            BiFunction<String, BuildMetrics, List<BuildMetrics>> history,
            @Nullable String branch,
            boolean warmsUp) {
        this.repository = repository;
        this.workshop = workshop;
        this.history = history;
        this.branch = branch;
        this.warmsUp = warmsUp;
    }

    @Override
    public List<BuildMetrics> recorded(String commit, BuildMetrics like) {
        return history.apply(commit, like);
    }

    @Override
    public String subject(String commit) {
        return repository.subject(commit);
    }

    @Override
    public Checked open(String commit) {
        CheckoutBuilder builder = workshop.open(commit.substring(0, 8), Checkout.of(Revision.ofHash(commit, branch)));
        return new Checked() {
            private boolean isCold = warmsUp;

            @Override
            public Attempt build() {
                Optional<String> why = isCold ? builder.warmUp() : Optional.empty();
                isCold = false;
                return why.isPresent() ? new Attempt.Failed(why.get()) : builder.build();
            }

            @Override
            public void close() {
                workshop.close(builder);
            }
        };
    }
}
