package dev.bengal.report.experiment;

import dev.bengal.analysis.bench.BenchResult;
import dev.bengal.analysis.bench.BenchedCommand;
import dev.bengal.analysis.bench.Outliers;
import dev.bengal.analysis.bench.RunSummary;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import java.util.ArrayList;
import java.util.List;

/** What should be known of a bench before its numbers are believed, a sentence each. */
public final class BenchNotes {
    private BenchNotes() {}

    /** The sentences; none where nothing is amiss. */
    public static List<String> of(BenchResult result) {
        List<String> notes = new ArrayList<>();
        for (BenchedCommand command : result.commands()) {
            String name = Label.printable(command.scenario().name());
            RunSummary summary = command.summary();
            int outliers = summary.outliers().indices().size();
            if (summary.slowStart()) {
                notes.add("the first run of " + name + " took "
                        + Figures.finely(command.runs().get(0).wallMillis()) + ", far more than the others: caches may"
                        + " have been cold. --warmup 1 runs it once before; --prepare can empty them before each run.");
            }
            if (outliers > (summary.slowStart() ? 1 : 0)) {
                notes.add(outliers + " of " + command.runs().size() + " runs of " + name + " "
                        + (outliers == 1 ? "is an outlier" : "are outliers") + " (" + Outliers.RULE
                        + "): the machine may be busy with other things.");
            }
            if (command.failures() > 0) {
                notes.add(
                        command.runs().size() == 1
                                ? "the only run of " + name + " failed; its time is shown all the same."
                                : command.failures() + " of " + command.runs().size() + " runs of " + name
                                        + " failed; the times are those of all runs.");
            }
        }
        return notes;
    }
}
