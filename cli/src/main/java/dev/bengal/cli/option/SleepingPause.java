package dev.bengal.cli.option;

import dev.bengal.model.Pause;
import java.time.Duration;

/** Waits by sleeping; an interrupted thread does not wait, and stays interrupted. */
public final class SleepingPause implements Pause {
    @Override
    public void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
