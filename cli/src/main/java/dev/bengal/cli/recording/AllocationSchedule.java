package dev.bengal.cli.recording;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.TopAllocators;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which builds record their allocation without being asked: {@code [perf] allocations}.
 *
 * @param every 1 for every build, 20 for every 20th, 0 for none; 100 at most, so that a look at the newest builds tells
 *     whether the next is one of them, however many there are
 */
public record AllocationSchedule(int every) {
    static final String KEY = "perf.allocations";

    private static final Pattern EVERY = Pattern.compile("every ([1-9]\\d?|100)(?:st|nd|rd|th)");

    /** What the configuration says; by default never. */
    public static AllocationSchedule of(Configuration configuration) {
        return new AllocationSchedule(configuration
                .string(KEY)
                .map(text -> every(configuration, text))
                .orElse(0));
    }

    private static int every(Configuration configuration, String text) {
        Matcher every = EVERY.matcher(text.strip());
        if (every.matches()) {
            return Integer.parseInt(every.group(1));
        }
        return switch (text.strip()) {
            case "never" -> 0;
            case "always" -> 1;
            default -> {
                String origin =
                        configuration.entry(KEY).map(ConfigurationEntry::origin).orElse(ConfigurationEntry.DEFAULT);
                throw new CommandException(
                        origin + ": '" + KEY + "' is '" + text
                                + "', which is none of \"never\", \"always\" and \"every 20th\" (or another number up to 100).");
            }
        };
    }

    /**
     * Whether the next build is one of them: where the allocation of none of the newest {@code every - 1} was recorded, and
     * the history holds that many.
     *
     * @param newest tells this many of the newest builds, or all that there are; asked only where it matters
     */
    public boolean isDue(IntFunction<List<BuildMetrics>> newest) {
        if (every < 2) {
            return every == 1;
        }
        List<BuildMetrics> before = newest.apply(every - 1);
        return before.size() == every - 1 && before.stream().noneMatch(TopAllocators::isRecorded);
    }
}
