package dev.bengal.cli.history;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells builds that led to a commit from those of other branches. */
public interface Ancestry {
    /** What is said of a commit where nobody knows the whole history of it. */
    Predicate<BuildMetrics> EVERY_BUILD = build -> true;

    /** That of a history that is no repository's here: every build may have led to every commit. */
    Ancestry UNKNOWN = commit -> EVERY_BUILD;

    /**
     * Whether a build may belong to the level that a commit stands on: it is of an ancestor, of the same branch, or of no commit. {@link #EVERY_BUILD}
     * may where nobody knows the whole history of the commit; anything else holds for ever.
     *
     * @param commit null where a build has none
     */
    Predicate<BuildMetrics> leadingTo(@Nullable Commit commit);

    /** As the repository tells of the project's own history. */
    static Ancestry of(HistoryOptions options, Repository repository) {
        return options.file == null ? new Revisions(repository) : UNKNOWN;
    }
}
