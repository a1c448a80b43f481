package dev.bengal.analysis;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Reading;
import java.util.IdentityHashMap;
import java.util.List;

/** What builds measured, put together once for all who look at them: each looks at hundreds, and a build has dozens of readings. Safe for
 * use by several threads. */
final class ReadOnce {
    // A build is equal to itself alone, and to compare all of two costs more than to read one.
    private final IdentityHashMap<BuildMetrics, List<Reading>> known = new IdentityHashMap<>();

    synchronized List<Reading> of(BuildMetrics build) {
        return known.computeIfAbsent(build, BuildMetrics::readings);
    }
}
