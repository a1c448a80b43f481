package dev.bengal.store.sql;

import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.Condition;
import dev.bengal.store.TextColumn;

/**
 * How SQLite is asked for the newest few of a million rows: it must walk along an index that has them in order, since to sort what a
 * condition leaves takes a second. That index holds what the conditions ask for, so that rows that are not wanted are never looked up.
 */
record SqliteDialect(boolean isOneScenario) implements FilterSql.Dialect {
    /** For builds in some order. */
    static SqliteDialect of(BuildFilter filter, BuildOrder order) {
        return new SqliteDialect(order == BuildOrder.BY_COMMIT
                && names(filter, TextColumn.PROJECT)
                && names(filter, TextColumn.SCENARIO));
    }

    private static boolean names(BuildFilter filter, TextColumn column) {
        return filter.conditions().stream()
                .anyMatch(condition -> condition instanceof Condition.Is is && is.column() == column);
    }

    @Override
    public String holds(TextColumn column, String predicate) {
        return switch (column) {
            case ID -> "id " + predicate;
            case COMMIT -> "commit_hash " + predicate;
            // Both together have an index of their own, which is in order behind one number of each.
            case PROJECT, SCENARIO ->
                isOneScenario && predicate.startsWith("=")
                        ? column.name() + " = " + word(predicate)
                        : passing(column, predicate);
            case BRANCH, ENVIRONMENT, OUTCOME -> passing(column, predicate);
        };
    }

    /** A plus keeps SQLite from an index, "IN" from believing that few rows are left to sort. */
    private static String passing(TextColumn column, String predicate) {
        return "+" + column.name() + " IN " + word(predicate);
    }

    private static String word(String predicate) {
        return "(SELECT number FROM word WHERE text " + predicate + ")";
    }

    @Override
    public String isBaselineMaterial() {
        return "outcome IN (SELECT number FROM word WHERE text = 'success') AND NOT dirty"
                + " AND id NOT IN (SELECT id FROM excluded)";
    }
}
