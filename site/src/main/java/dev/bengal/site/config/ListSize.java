package dev.bengal.site.config;

import dev.bengal.site.SiteException;
import java.util.Optional;

/** Reads {@code pagination.size}: how many entries a list has before it is spread over several pages. */
public final class ListSize {
    private static final String KEY = "pagination.size";

    private ListSize() {}

    /**
     * At least 1, or 0 where lists are never spread.
     *
     * @throws SiteException if it is no whole number
     */
    public static int of(Configuration configuration) {
        Optional<ConfigurationEntry> entry = configuration.entry(KEY);
        if (entry.isEmpty()) {
            return 0;
        }
        Object value = entry.get().value();
        boolean isWhole = value instanceof Integer || value instanceof Long;
        if (!isWhole || ((Number) value).longValue() < 0 || ((Number) value).longValue() > Integer.MAX_VALUE) {
            throw new SiteException("%s: '%s' is %s, but must be a whole number, such as 20; 0 leaves every list whole."
                    .formatted(entry.get().origin(), KEY, entry.get().text()));
        }
        return ((Number) value).intValue();
    }
}
