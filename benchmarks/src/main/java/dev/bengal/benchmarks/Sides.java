package dev.bengal.benchmarks;

/**
 * What is compared.
 *
 * @param name of the comparison
 */
record Sides(String name, Side base, Side other) {
    /** What recording costs. */
    static final Sides RECORDING = new Sides("runs", Side.UNTRACKED, Side.TRACKED);

    /** Nothing: what the two sides differ in is noise. */
    static final Sides CONTROL = new Sides("control", Side.UNTRACKED, Side.UNTRACKED);

    /** What it costs to record where a build allocates. */
    static final Sides ALLOCATIONS = new Sides("allocations", Side.TRACKED, Side.ALLOCATIONS);

    /** What the launcher's small pieces of memory cost every build. */
    static final Sides PIECES = new Sides("pieces", Side.OWN_PIECES, Side.TRACKED);
}
