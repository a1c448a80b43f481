package dev.bengal.store;

import dev.bengal.model.BuildMetrics;

/** Which builds are wanted. */
@FunctionalInterface
public interface BuildFilter {
    /** Every build. */
    BuildFilter ALL = build -> true;

    /** Whether this one is wanted. */
    boolean accepts(BuildMetrics build);

    /** Those that {@code build} may be held against: comparable, from a clean tree, and not the build itself. */
    static BuildFilter baselineOf(BuildMetrics build) {
        return other -> other.isBaselineMaterial()
                && other.isComparableWith(build)
                && !other.identity().id().equals(build.identity().id());
    }
}
