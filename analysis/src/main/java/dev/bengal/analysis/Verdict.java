package dev.bengal.analysis;

/** The answer of a judgement, the worst first. */
public enum Verdict {
    /** Worse, beyond noise and beyond the limit. The only one that fails a build. */
    REGRESSED,
    /** Worse by too few builds to be sure of. */
    SUSPICIOUS,
    /** Nothing could be said, and the reason tells why. */
    NOT_JUDGED,
    /** No change that matters was seen. */
    UNCHANGED,
    /** Better, beyond noise and beyond the limit. */
    IMPROVED
}
