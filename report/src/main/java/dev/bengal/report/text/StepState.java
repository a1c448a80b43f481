package dev.bengal.report.text;

import dev.bengal.analysis.LevelChange;
import java.util.Locale;

/** What is known of a step by now. */
public final class StepState {
    private StepState() {}

    /** Such as {@code confirmed, accepted}. */
    public static String of(LevelChange change) {
        return change.state().name().toLowerCase(Locale.ROOT) + (change.accepted() ? ", accepted" : "");
    }
}
