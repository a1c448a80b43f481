package dev.bengal.experiment;

import dev.bengal.experiment.git.Checkout;
import java.util.Optional;

/** A side of a trial that is checked out in a worktree. */
public record TrialCheckout(Checkout checkout, CheckoutBuilder builder) implements PairedTrial.Side {
    @Override
    public String name() {
        return checkout.revision().shown() + (hasChanges() ? " with uncommitted changes" : "");
    }

    @Override
    public String commit() {
        return checkout.revision().hash();
    }

    @Override
    public boolean hasChanges() {
        return checkout.tree() != null;
    }

    @Override
    public Optional<String> warmUp() {
        return builder.warmUp();
    }

    @Override
    public Attempt build() {
        return builder.build();
    }
}
