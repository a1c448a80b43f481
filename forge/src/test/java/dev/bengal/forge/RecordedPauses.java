package dev.bengal.forge;

import dev.bengal.model.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Waits by moving its own clock on, and remembers how long. */
public final class RecordedPauses implements Pause, InstantSource {
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.ofEpochSecond(1_800_000_000L);

    @Override
    public void of(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public List<Long> seconds() {
        return pauses.stream().map(Duration::toSeconds).toList();
    }
}
