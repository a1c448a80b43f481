package dev.bengal.cli.site;

import dev.bengal.model.BuildStats;
import dev.bengal.model.Outcome;
import dev.bengal.site.SiteBuild;

/** What came of one of the builds of a site that is served. */
public sealed interface PreviewOutcome {
    /** What is recorded of it. */
    BuildStats stats();

    /** How many files of the output changed. */
    long changed();

    /** The build ran to its end; there may be pages that could not be built. */
    record Built(SiteBuild build) implements PreviewOutcome {
        @Override
        public BuildStats stats() {
            return build.stats();
        }

        @Override
        public long changed() {
            return build.changed();
        }
    }

    /** Nothing could be built. */
    record Failed(String sentence) implements PreviewOutcome {
        @Override
        public BuildStats stats() {
            return BuildStats.of(Outcome.FAILED);
        }

        @Override
        public long changed() {
            return 0;
        }
    }
}
