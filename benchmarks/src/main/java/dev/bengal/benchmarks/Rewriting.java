package dev.bengal.benchmarks;

/** What of the output a measured build has to write. */
enum Rewriting {
    /** Every page: each build makes the other edition of the site, over the one before. */
    FULL,
    /** Nothing: each build makes what lies there already. */
    UNCHANGED
}
