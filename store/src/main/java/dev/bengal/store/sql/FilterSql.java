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

    private static final String BASELINE_MATERIAL =
            "outcome = (SELECT number FROM bengal_word WHERE key = 'success') AND NOT dirty"
                    + " AND id NOT IN (SELECT id FROM bengal_excluded)";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    FilterSql(BuildFilter filter) {
        filter.conditions().forEach(this::add);
    }

    /**
     * That a column fulfils a predicate.
     *
     * @param predicate such as {@code = ?}
     */
    private static String holds(TextColumn column, String predicate) {
        return switch (column) {
            case ID -> "id " + predicate;
            case COMMIT -> "commit_hash " + predicate;
            case PROJECT, SCENARIO, BRANCH, ENVIRONMENT, OUTCOME -> word(column.name(), predicate);
        };
    }

    /** One word is looked up first and stands as a constant, so that an index that begins with it keeps its order. */
    private static String word(String column, String predicate) {
        return predicate.startsWith("=")
                ? column + " = (SELECT number FROM bengal_word WHERE key " + predicate + ")"
                : column + " = ANY (ARRAY(SELECT number FROM bengal_word WHERE text " + predicate + "))";
    }

    /** What a column begins with where a build has a text there that begins so. */
    private static String beginning(TextColumn column, String prefix) {
        return switch (column) {
            case ID, COMMIT -> StoredText.beginningOfKey(prefix);
            case PROJECT, SCENARIO, BRANCH, ENVIRONMENT, OUTCOME -> StoredText.of(prefix);
        };
    }

    private void add(Condition condition) {
        if (condition instanceof Condition.Is is) {
            add(holds(is.column(), "= ?"), StoredText.key(is.text()));
        } else if (condition instanceof Condition.IsNot isNot) {
            add("NOT coalesce(" + holds(isNot.column(), "= ?") + ", false)", StoredText.key(isNot.text()));
        } else if (condition instanceof Condition.BeginsWith begins) {
            String prefix = beginning(begins.column(), begins.prefix());
            add(holds(begins.column(), "BETWEEN ? AND ?"), prefix, prefix + HIGHEST);
        } else if (condition instanceof Condition.Since since) {
            add("started >= ?", micros(since.time()));
        } else if (condition instanceof Condition.Until until) {
            add("started < ?", micros(until.time()));
        } else {
            add(BASELINE_MATERIAL);
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
        return bind(statement, 1);
    }

    /** The same from another place on. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int place = first;
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
