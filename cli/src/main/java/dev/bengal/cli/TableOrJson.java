package dev.bengal.cli;

import picocli.CommandLine.Option;

/** Whether an answer is shown to people or given to programs. */
final class TableOrJson {
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
