package dev.bengal.cli.history;

import dev.bengal.model.BuildId;
import dev.bengal.model.HistoryEvent;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Stamps what is said about builds with the time and the name of the one who says it. */
public final class Stamps {
    private final SecureRandom random = new SecureRandom();
    private final String by;

    public Stamps(Repository repository) {
        this.by = repository.user().orElseGet(() -> System.getProperty("user.name", "unknown"));
    }

    public HistoryEvent.Stamp stamp() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new HistoryEvent.Stamp(BuildId.create(now, random), now, by);
    }
}
