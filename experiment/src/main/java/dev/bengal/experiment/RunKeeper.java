package dev.bengal.experiment;

import dev.bengal.model.BuildMetrics;

/** Keeps what was measured. */
@FunctionalInterface
public interface RunKeeper {
    /**
     * Keeps a run, unless its command has recorded itself.
     *
     * @param outside the run as it was seen from outside
     * @return the record that counts: the command's own, or this one
     */
    BuildMetrics keep(BuildMetrics outside);
}
