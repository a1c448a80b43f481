package dev.bengal.analysis.bisect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one commit.
 *
 * @param commit its full hash
 * @param subject the first line of its message
 * @param builds that count, in all
 * @param recordedBefore how many of these were there already
 * @param value their median, in the metric's unit; null where there is none
 * @param reason why nothing could be told, or empty
 */
public record CommitStep(
        String commit,
        String subject,
        Standing standing,
        int builds,
        int recordedBefore,
        @Nullable Double value,
        String reason) {
    /** What a commit turned out to be. */
    public enum Standing {
        /** Like the good one. */
        GOOD,
        /** Like the bad one. */
        BAD,
        /** It does not build. */
        UNBUILDABLE,
        /** It builds, but is sure to be neither. */
        UNSURE,
        /** Measured, without a judgement. */
        MEASURED
    }

    public CommitStep {
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(reason, "reason");
    }
}
