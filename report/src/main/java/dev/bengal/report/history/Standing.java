package dev.bengal.report.history;

import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.UsualLevel;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a value stands to the usual level of its metric. Outside is no regression yet: one build decides nothing. */
enum Standing {
    WITHIN_NOISE,
    WORSE,
    BETTER;

    /** Empty where no level is known, or neither way is the better one. */
    static Optional<Standing> of(Metric metric, double value, @Nullable UsualLevel usual) {
        if (usual == null || metric.direction() == Direction.NONE) {
            return Optional.empty();
        }
        if (usual.holds(value)) {
            return Optional.of(WITHIN_NOISE);
        }
        boolean isHigher = value > usual.high();
        return Optional.of(isHigher == (metric.direction() == Direction.LOWER) ? WORSE : BETTER);
    }

    /** For programs, such as {@code within_noise}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
