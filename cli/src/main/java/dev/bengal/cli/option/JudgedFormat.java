package dev.bengal.cli.option;

import dev.bengal.cli.terminal.Surface;
import dev.bengal.report.judged.JudgedJsonRenderer;
import dev.bengal.report.judged.JudgedMarkdownRenderer;
import dev.bengal.report.judged.JudgedReport;
import dev.bengal.report.judged.JudgedTableRenderer;
import java.io.IOException;
import picocli.CommandLine.Option;

/** How a judged report is shown. */
public final class JudgedFormat {
    /** The ways. */
    enum Format {
        table,
        json,
        markdown
    }

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; json always has every metric.")
    private Format format = Format.table;

    @Option(
            names = "--all",
            description =
                    "Show all metrics: also the unchanged, those not judged, and all that are suspicious or improved.")
    private boolean isAll;

    /** Writes the report to stdout; a table as wide as that at most, where it is a terminal. */
    public void show(JudgedReport report, Surface surface) throws IOException {
        Appendable out = surface.out();
        switch (format) {
            case json -> new JudgedJsonRenderer().render(report, out);
            case markdown -> new JudgedMarkdownRenderer(isAll).render(report, out);
            case table -> new JudgedTableRenderer(isAll, surface.columns(Integer.MAX_VALUE)).render(report, out);
        }
    }
}
