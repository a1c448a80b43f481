package dev.bengal.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Locks that programs agree upon within one schema of a database; they end with the transaction. */
final class SqlLocks {
    /** Held while tables are made or changed. */
    static final int SCHEMA = 1;

    /** Held while parts for months are added. */
    static final int MONTHS = 2;

    /** Any number that other programs are unlikely to use. */
    private static final int BENGAL = 0x62656e67;

    private SqlLocks() {}

    /** Waits for a lock, but not for ever. */
    static void lock(Statement statement, int lock) throws SQLException {
        statement.execute("SET LOCAL lock_timeout = '10s'");
        statement.execute("SELECT pg_advisory_xact_lock(" + BENGAL + ", hashtext(current_schema()) + " + lock + ")");
    }

    /** Makes it count. A transaction that fails ends with its connection. */
    static void endTransaction(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }
}
