package dev.bengal.report.experiment;

import dev.bengal.analysis.bisect.CommitStep;
import dev.bengal.report.text.Label;

/** Says in a line what was found about a commit, while others are still looked at. */
public final class CommitStepLine {
    private CommitStepLine() {}

    /** Such as {@code 1f2e3d4c good, 3 builds: Sort once}. */
    public static String of(CommitStep step) {
        return Label.hash(step.commit()) + " " + StepRows.word(step)
                + (step.reason().isEmpty() ? "" : " (" + Label.printable(step.reason()) + ")")
                + (step.builds() == 0 ? "" : step.builds() == 1 ? ", 1 build" : ", " + step.builds() + " builds")
                + (step.recordedBefore() == 0 ? "" : " (" + step.recordedBefore() + " recorded before)")
                + ": " + StepRows.subject(step);
    }
}
