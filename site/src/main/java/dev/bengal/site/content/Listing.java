package dev.bengal.site.content;

import dev.bengal.site.incremental.Checksum;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a page appears in lists.
 *
 * @param date when it was written, or null
 * @param weight its rank, low first; absent ones are infinite and come last
 * @param hidden whether it is built and listed nowhere
 */
public record Listing(
        @Nullable OffsetDateTime date, double weight, boolean hidden, List<String> tags, List<String> categories) {
    public Listing {
        tags = List.copyOf(tags);
        categories = List.copyOf(categories);
    }

    void addTo(Checksum sum) {
        sum.add(date == null ? null : date.toString())
                .add(Double.doubleToLongBits(weight))
                .add(hidden ? 1 : 0);
        tags.forEach(sum::add);
        sum.add(tags.size());
        categories.forEach(sum::add);
        sum.add(categories.size());
    }

    static Listing unranked() {
        return new Listing(null, Double.POSITIVE_INFINITY, false, List.of(), List.of());
    }

    /** Whether there is a date. */
    public boolean dated() {
        return date != null;
    }

    OffsetDateTime requireDate() {
        return Objects.requireNonNull(date, "date");
    }
}
