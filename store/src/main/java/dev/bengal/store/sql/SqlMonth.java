package dev.bengal.store.sql;

import dev.bengal.store.Condition;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A part of the table of builds: those that started in one month. What started before 2000 or after 2099 did so by a wrong clock:
 * it shares one part for each side, so that no record can make parts without end.
 *
 * @param begins the first start of the part, in microseconds since 1970
 * @param ends behind its last one
 * @param standsBefore every build of it stands before that: the end, unless a commit is of a later time than its build
 */
record SqlMonth(long begins, long ends, long standsBefore) {
    private static final YearMonth FIRST = YearMonth.of(2000, 1);
    private static final YearMonth END = YearMonth.of(2100, 1);

    /** The one in which a build of this start lies. */
    static SqlMonth of(Instant start) {
        YearMonth month = YearMonth.from(start.atOffset(ZoneOffset.UTC));
        if (month.isBefore(FIRST)) {
            return new SqlMonth(Long.MIN_VALUE, micros(FIRST), micros(FIRST));
        }
        if (!month.isBefore(END)) {
            return new SqlMonth(micros(END), Long.MAX_VALUE, Long.MAX_VALUE);
        }
        return new SqlMonth(micros(month), micros(month.plusMonths(1)), micros(month.plusMonths(1)));
    }

    private static long micros(YearMonth month) {
        return FilterSql.micros(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The table. */
    String name() {
        if (begins == Long.MIN_VALUE) {
            return "bengal_build_before_2000";
        }
        if (ends == Long.MAX_VALUE) {
            return "bengal_build_after_2099";
        }
        YearMonth month =
                YearMonth.from(Instant.ofEpochSecond(begins / 1_000_000).atOffset(ZoneOffset.UTC));
        return "bengal_build_" + month.toString().replace('-', '_');
    }

    /** Its bounds, in SQL. */
    String bounds() {
        return "FROM (" + (begins == Long.MIN_VALUE ? "MINVALUE" : begins) + ") TO ("
                + (ends == Long.MAX_VALUE ? "MAXVALUE" : ends) + ")";
    }

    /** Whether some of its starts fulfil the condition. */
    boolean mayFulfil(Condition condition) {
        if (condition instanceof Condition.Since since) {
            return ends > FilterSql.micros(since.time());
        }
        return !(condition instanceof Condition.Until until) || begins < FilterSql.micros(until.time());
    }
}
