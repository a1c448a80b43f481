package dev.bengal.cli.option;

import dev.bengal.cli.terminal.AsciiWriter;
import dev.bengal.cli.terminal.Screen;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.report.chart.ChartStyle;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How charts are drawn. */
public final class ChartOptions {
    private static final int USUAL_COLUMNS = 80;

    @Option(
            names = "--ascii",
            negatable = true,
            description =
                    "Draw charts with signs of ASCII alone, or not; without either, where stdout is no terminal that shows more.")
    private @Nullable Boolean ascii;

    /** As wide as {@code COLUMNS} says, else as the terminal; with colours on a terminal, unless {@code NO_COLOR} is set. */
    public ChartStyle style(Surface surface) {
        Screen screen = surface.screen();
        boolean isPlain = ascii == null ? !screen.isTerminal() || !screen.showsUnicode() : ascii;
        boolean isColoured = screen.isTerminal()
                && surface.variables().getOrDefault("NO_COLOR", "").isEmpty()
                && !surface.variables().getOrDefault("TERM", "").equals("dumb");
        return new ChartStyle(surface.columns(USUAL_COLUMNS), isPlain, isColoured);
    }

    /** Where a chart in this style is written: names from records are plain, too, where the chart is. */
    public PrintWriter out(Surface surface, ChartStyle style) {
        return style.isAscii() ? new PrintWriter(new AsciiWriter(surface.out()), true) : surface.out();
    }
}
