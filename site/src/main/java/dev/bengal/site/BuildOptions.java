package dev.bengal.site;

import java.util.Objects;

/**
 * How a site is built.
 *
 * @param jobs how many threads work; at least 1
 * @param full whether everything is made anew, whatever is known of an earlier build
 * @param publication which pages are published
 * @param progress is told how far the build is
 */
public record BuildOptions(int jobs, boolean full, Publication publication, Progress progress) {
    /** A thread for each processor, only what changed, and no words. */
    public static final BuildOptions DEFAULT =
            new BuildOptions(Runtime.getRuntime().availableProcessors(), false, Publication.USUAL, Progress.NONE);

    /** With what is usually published. */
    public BuildOptions(int jobs, boolean full, Progress progress) {
        this(jobs, full, Publication.USUAL, progress);
    }

    public BuildOptions {
        Objects.requireNonNull(publication, "publication");
        Objects.requireNonNull(progress, "progress");
        if (jobs < 1) {
            throw new IllegalArgumentException("there must be at least 1 job, not " + jobs);
        }
    }
}
