package dev.bengal.server.preview;

import java.util.List;

/** What there is to see. */
sealed interface Showing {
    /** Nothing has been built yet. */
    record Nothing() implements Showing {}

    /** The site as it was built last. */
    record Site() implements Showing {}

    /** What went wrong, in the place of every page. */
    record Faults(List<Fault> faults) implements Showing {
        public Faults {
            faults = List.copyOf(faults);
        }
    }
}
