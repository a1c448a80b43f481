package dev.bengal.cli.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time: with an offset, without one (then in the zone of this machine), a day (its beginning), or how long ago. */
public final class PointInTime implements ITypeConverter<Instant> {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([hdw])");

    private static final List<Function<String, Instant>> WAYS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> instant(LocalDateTime.parse(text), ZoneId.systemDefault()),
            text -> LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant());

    /** In the hour that a clock skips in spring, its end: what is asked for since then begins there, and until then ends there. */
    static Instant instant(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(time);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : time.atZone(zone).toInstant();
    }

    @Override
    public Instant convert(String text) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            return Instant.now()
                    .minus(
                            switch (ago.group(2)) {
                                case "h" -> Duration.ofHours(count);
                                case "d" -> Duration.ofDays(count);
                                default -> Duration.ofDays(7 * count);
                            });
        }
        for (Function<String, Instant> way : WAYS) {
            try {
                return way.apply(text);
            } catch (DateTimeException e) {
                // The next way may fit; where none does, all are named.
            }
        }
        throw new TypeConversionException("'" + text
                + "' is no time; give 2026-03-04, 2026-03-04T05:06, 2026-03-04T05:06:07Z, or 30d, 12h or 2w ago");
    }
}
