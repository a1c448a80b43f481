package dev.bengal.cli;

import picocli.CommandLine.Option;

/** How commits that were looked at are shown. */
final class StepsFormat {
    /** The ways. */
    enum Format {
        table,
        json
    }

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}.")
    private Format format = Format.table;

    boolean isJson() {
        return format == Format.json;
    }
}
