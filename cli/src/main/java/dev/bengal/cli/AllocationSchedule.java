package dev.bengal.cli;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which builds record their allocation without being asked: {@code [perf] allocations}.
 *
 * @param every 1 for every build, 20 for every 20th, 0 for none
 */
record AllocationSchedule(long every) {
    static final String KEY = "perf.allocations";

    private static final Pattern EVERY = Pattern.compile("every ([1-9]\\d{0,5})(?:st|nd|rd|th)");

    /** What the configuration says; by default never. */
    static AllocationSchedule of(Configuration configuration) {
        return new AllocationSchedule(configuration
                .string(KEY)
                .map(text -> every(configuration, text))
                .orElse(0L));
    }

    private static long every(Configuration configuration, String text) {
        Matcher every = EVERY.matcher(text.strip());
        if (every.matches()) {
            return Long.parseLong(every.group(1));
        }
        return switch (text.strip()) {
            case "never" -> 0;
            case "always" -> 1;
            default -> {
                String origin =
                        configuration.entry(KEY).map(ConfigurationEntry::origin).orElse(ConfigurationEntry.DEFAULT);
                throw new CommandException(origin + ": '" + KEY + "' is '" + text
                        + "', which is none of \"never\", \"always\" and \"every 20th\" (or another number).");
            }
        };
    }

    boolean isNever() {
        return every == 0;
    }

    /**
     * Whether the next build is one of them.
     *
     * @param before how many builds the history holds
     */
    boolean includes(long before) {
        return !isNever() && (before + 1) % every == 0;
    }
}
