package dev.bengal.store.sql;

import dev.bengal.store.BuildFilter;
import dev.bengal.store.Condition;
import dev.bengal.store.TextColumn;
import dev.bengal.store.columns.Micros;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says in SQL which builds are wanted. */
final class FilterSql {
    /** Above every character that a text may hold, in the order of UTF-8. */
    private static final String HIGHEST = "\uDBFF\uDFFF";

    private final Dialect dialect;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    FilterSql(BuildFilter filter, Dialect dialect) {
        this.dialect = dialect;
        filter.conditions().forEach(this::add);
    }

    /** What differs between databases. */
    interface Dialect {
        /**
         * That a column fulfils a predicate.
         *
         * @param predicate such as {@code = ?}
         */
        String holds(TextColumn column, String predicate);

        /** That others may be held against a build. */
        String isBaselineMaterial();

        /** What a column holds where a build has this text there. */
        default String whole(TextColumn column, String text) {
            return text;
        }

        /** What a column begins with where a build has a text there that begins so. */
        default String beginning(TextColumn column, String prefix) {
            return prefix;
        }
    }

    private void add(Condition condition) {
        if (condition instanceof Condition.Is is) {
            add(dialect.holds(is.column(), "= ?"), dialect.whole(is.column(), is.text()));
        } else if (condition instanceof Condition.IsNot isNot) {
            add(
                    "NOT coalesce(" + dialect.holds(isNot.column(), "= ?") + ", false)",
                    dialect.whole(isNot.column(), isNot.text()));
        } else if (condition instanceof Condition.BeginsWith begins) {
            String prefix = dialect.beginning(begins.column(), begins.prefix());
            add(dialect.holds(begins.column(), "BETWEEN ? AND ?"), prefix, prefix + HIGHEST);
        } else if (condition instanceof Condition.Since since) {
            add("started >= ?", micros(since.time()));
        } else if (condition instanceof Condition.Until until) {
            add("started < ?", micros(until.time()));
        } else {
            add(dialect.isBaselineMaterial());
        }
    }

    private void add(String condition, Object... parameters) {
        conditions.add(condition);
        values.addAll(List.of(parameters));
    }

    /** The condition of a WHERE; {@code true} where every build is wanted. */
    String where() {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    /** Fills the places of the conditions, from the first on; tells the next free one. */
    int bind(PreparedStatement statement) throws SQLException {
        int place = 1;
        for (Object value : values) {
            statement.setObject(place++, value);
        }
        return place;
    }

    /** A time as the databases keep it: microseconds since 1970. */
    static long micros(Instant time) {
        return Micros.of(time);
    }
}
