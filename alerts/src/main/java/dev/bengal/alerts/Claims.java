package dev.bengal.alerts;

import dev.bengal.model.HistoryEvent;
import java.util.List;

/** Where it is settled who tells a receiver: a history that others may write to at the same time. */
public interface Claims {
    /** What was told so far, and taken back. */
    List<HistoryEvent.Alerted> told();

    /**
     * Brings an event into the history.
     *
     * @return whether this was the first with its id: then, and only then, the receiver is told from here
     */
    boolean take(HistoryEvent.Alerted claim);

    /** Takes a claim back. */
    void withdraw(HistoryEvent.Alerted withdrawal);
}
