package dev.bengal.benchmarks.sites;

import dev.bengal.benchmarks.SyntheticSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A site generator that is measured. */
interface Generator {
    /** As in the table. */
    String name();

    /** What the others make and it does not, as a list of words; empty where its work is equal. */
    default String lacks() {
        return "";
    }

    /** Writes what it needs to build a site: the pages, its configuration, its theme. */
    void write(SyntheticSite site, Path folder) throws IOException;

    /** The command that builds the site in a folder into another. */
    List<String> command(Path folder, Path output);
}
