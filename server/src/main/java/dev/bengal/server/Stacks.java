package dev.bengal.server;

import dev.bengal.model.BuildId;
import dev.bengal.model.CallTree;
import java.util.Optional;

/** Where the stacks lie of builds whose allocation was recorded. */
public interface Stacks {
    /** No build has any. */
    Stacks NONE = build -> Optional.empty();

    /** Those of a build, or empty where none are kept. */
    Optional<CallTree> of(BuildId build);
}
