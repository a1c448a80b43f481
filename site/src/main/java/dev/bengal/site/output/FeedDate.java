package dev.bengal.site.output;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A moment as RSS wants it: {@code Sun, 25 Jan 2026 00:00:00 GMT}. Written out, since asking the JVM for a formatter loads the
 * names of everything in a language.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc822#section-5">RFC 822, section 5</a>
 */
final class FeedDate {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private FeedDate() {}

    static String of(OffsetDateTime date) {
        StringBuilder text = new StringBuilder(DAYS.get(date.getDayOfWeek().getValue() - 1))
                .append(", ")
                .append(date.getDayOfMonth())
                .append(' ')
                .append(MONTHS.get(date.getMonthValue() - 1))
                .append(' ');
        if (date.getYear() < 1000) {
            text.append("0".repeat(4 - String.valueOf(date.getYear()).length()));
        }
        text.append(date.getYear()).append(' ');
        pair(date.getHour(), text);
        pair(date.getMinute(), text.append(':'));
        pair(date.getSecond(), text.append(':'));
        return text.append(' ').append(zone(date.getOffset())).toString();
    }

    private static String zone(ZoneOffset offset) {
        if (offset.getTotalSeconds() == 0) {
            return "GMT";
        }
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        StringBuilder zone = new StringBuilder(offset.getTotalSeconds() < 0 ? "-" : "+");
        pair(minutes / 60, zone);
        pair(minutes % 60, zone);
        return zone.toString();
    }

    private static void pair(int number, StringBuilder text) {
        text.append(number < 10 ? "0" : "").append(number);
    }
}
