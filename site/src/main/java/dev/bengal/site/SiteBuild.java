package dev.bengal.site;

import dev.bengal.model.BuildStats;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a site build did.
 *
 * @param stats pages and assets written; failed where there is a fault
 * @param faults pages that could not be built, by file and line
 * @param warnings sentences about what was built, though probably not as meant
 * @param withheld pages that were not to be published
 * @param anew documents that were made; the others stood from an earlier build
 * @param changed files of the output that were written or deleted; those that were right already are not among them
 * @param output the folder that holds the site
 */
public record SiteBuild(
        BuildStats stats,
        List<PageFault> faults,
        List<String> warnings,
        Withheld withheld,
        long anew,
        long changed,
        Path output) {
    public SiteBuild {
        Objects.requireNonNull(stats, "stats");
        Objects.requireNonNull(withheld, "withheld");
        Objects.requireNonNull(output, "output");
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }
}
