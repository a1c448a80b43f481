package dev.bengal.experiment;

import dev.bengal.model.BuildMetrics;
import java.util.List;

/** The builds of commits: those that are recorded, and those that are made. */
public interface CommitBuilds {
    /**
     * Builds of a commit that are recorded already, and like what is built here: of the same scenario, environment and command.
     *
     * @param like a build that was made here
     */
    List<BuildMetrics> recorded(String commit, BuildMetrics like);

    /** Gets ready to build a commit. */
    Checked open(String commit);

    /** The first line of its message. */
    String subject(String commit);

    /** A commit that can be built now. */
    interface Checked extends AutoCloseable {
        /** Builds it once. */
        Attempt build();

        @Override
        void close();
    }
}
