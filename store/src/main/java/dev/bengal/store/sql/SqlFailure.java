package dev.bengal.store.sql;

import java.sql.SQLException;

/** Carries a failure of the database through code that cannot throw it. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final SQLException failure;

    SqlFailure(SQLException failure) {
        super(failure);
        this.failure = failure;
    }

    SQLException failure() {
        return failure;
    }
}
