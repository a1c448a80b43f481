package dev.bengal.cli.option;

import picocli.CommandLine.Option;

/** Whether an answer is shown to people or given to programs. */
public final class TableOrJson {
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

    public boolean isJson() {
        return format == Format.json;
    }
}
