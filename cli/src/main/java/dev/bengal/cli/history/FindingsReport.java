package dev.bengal.cli.history;

import dev.bengal.cli.terminal.Surface;
import dev.bengal.store.Finding;
import dev.bengal.store.History;

/** Says on stderr what is wrong with a history, each thing with its place. */
public final class FindingsReport {
    private static final int SHOWN = 10;

    private final Surface surface;

    public FindingsReport(Surface surface) {
        this.surface = surface;
    }

    public void print(History history) {
        if (history.findings().isEmpty()) {
            return;
        }
        history.findings().stream()
                .limit(SHOWN)
                .forEach(finding -> surface.err().println(finding));
        int more = history.findings().size() - SHOWN;
        if (more > 0) {
            surface.err().println("... and " + more + " more such lines.");
        }
        long lost = history.findings().stream().filter(Finding::lost).count();
        if (lost > 0) {
            surface.err()
                    .println(plural(lost, "damaged line") + "; " + plural(history.recorded(), "build")
                            + (history.recorded() == 1 ? " was" : " were") + " read.");
        }
    }

    private static String plural(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
