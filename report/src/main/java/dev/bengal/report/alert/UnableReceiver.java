package dev.bengal.report.alert;

import java.util.Objects;

/**
 * A receiver of alerts that cannot be told anything as it is set up here.
 *
 * @param name in the configuration
 * @param why part of a sentence, without its end
 */
public record UnableReceiver(String name, String why) {
    public UnableReceiver {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(why, "why");
    }
}
