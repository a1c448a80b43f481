package dev.bengal.experiment;

import dev.bengal.model.BuildMetrics;
import java.util.Objects;

/** What became of building a commit once. */
public sealed interface Attempt {
    /**
     * It was built.
     *
     * @param build the record that counts
     */
    record Built(BuildMetrics build) implements Attempt {
        public Built {
            Objects.requireNonNull(build, "build");
        }
    }

    /**
     * It does not build.
     *
     * @param why a few words, such as {@code exit code 2}
     */
    record Failed(String why) implements Attempt {
        public Failed {
            Objects.requireNonNull(why, "why");
        }
    }
}
