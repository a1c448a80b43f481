package dev.bengal.store;

import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import java.util.List;

/** What one line of a history turned out to be. */
public sealed interface HistoryLine {
    /**
     * A build.
     *
     * @param notes what of the line could not be used, a sentence each
     */
    record Build(BuildRecord record, List<String> notes) implements HistoryLine {
        public Build {
            notes = List.copyOf(notes);
        }
    }

    /** Something that was said about builds. */
    record Event(HistoryEvent event) implements HistoryLine {}

    /** Nothing but white space. */
    record Blank() implements HistoryLine {}

    /**
     * Neither.
     *
     * @param reason such as {@code not JSON (unexpected end of line)}
     */
    record Damaged(String reason) implements HistoryLine {}
}
