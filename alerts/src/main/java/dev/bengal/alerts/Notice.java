package dev.bengal.alerts;

import dev.bengal.model.HistoryEvent.Alerted.Occasion;
import java.util.Objects;

/** What a receiver is told. */
public record Notice(Alert alert, Occasion occasion) {
    public Notice {
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(occasion, "occasion");
    }

    /** In one line. */
    public String subject() {
        return switch (occasion) {
            case FIRING -> alert.headline();
            case ACKNOWLEDGED -> "Accepted: " + alert.headline();
            case RESOLVED -> "Resolved: " + alert.headline();
        };
    }

    /** The subject, and below it what to look at. */
    public String text() {
        return occasion == Occasion.FIRING ? subject() + "\n\n" + alert.detail() : subject();
    }
}
