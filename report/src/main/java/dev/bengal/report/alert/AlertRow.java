package dev.bengal.report.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is listed.
 *
 * @param id of which it is known in the history
 * @param since when the first receiver was told, or null where none was
 * @param told the receivers that know of it
 * @param waiting the receivers that are still to be told
 */
public record AlertRow(
        String id,
        String project,
        String headline,
        State state,
        @Nullable Instant since,
        List<String> told,
        List<String> waiting) {
    /** What is worse now before what is over, what nobody is told of by itself after the rest, and of each the newest first. */
    public static final Comparator<AlertRow> FIRING_AND_NEWEST_FIRST = Comparator.comparing(AlertRow::state)
            .thenComparing(row -> row.told().isEmpty() && row.waiting().isEmpty())
            .thenComparing(AlertRow::since, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(AlertRow::headline);

    public AlertRow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(headline, "headline");
        Objects.requireNonNull(state, "state");
        told = List.copyOf(told);
        waiting = List.copyOf(waiting);
    }

    /** How it stands. */
    public enum State {
        /** It is worse now. */
        FIRING,
        /** Someone accepted it. */
        ACKNOWLEDGED,
        /** It is as it was before. */
        RESOLVED;

        /** For people and scripts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
