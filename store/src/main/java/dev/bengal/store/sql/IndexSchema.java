package dev.bengal.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the index looks like. One that looks otherwise is made again, so that there is nothing to migrate. */
final class IndexSchema {
    /** Raised with every change of what is stored or of how it is read. */
    static final int VERSION = 5;

    /** The size of a page, in bytes. */
    static final int PAGE = 4096;

    private static final String[] TABLES = {
        // Tells this index from all others, those before it in the same file too.
        "CREATE TABLE made (mark INTEGER NOT NULL)",
        "INSERT INTO made VALUES (random())",
        // How far the journal has been read, and what it looked like there.
        """
        CREATE TABLE progress (
            position INTEGER NOT NULL,
            line INTEGER NOT NULL,
            torn INTEGER NOT NULL,
            seal INTEGER NOT NULL,
            project TEXT NOT NULL)
        """,
        // Words that come again and again: projects, scenarios, branches, fingerprints, outcomes.
        "CREATE TABLE word (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
        """
        CREATE TABLE metric (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            unit TEXT NOT NULL,
            direction TEXT NOT NULL,
            noise TEXT NOT NULL)
        """,
        // Which builds there are, and by which number the blocks call them.
        "CREATE TABLE build (id TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID",
        // Some thousand builds by columns each, the latest of their times, started and stands (see Column), and whether
        // they are in the order in which they stand.
        """
        CREATE TABLE block (
            number INTEGER PRIMARY KEY,
            builds INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            started INTEGER NOT NULL,
            stands INTEGER NOT NULL,
            ordered INTEGER NOT NULL)
        """,
        "CREATE TABLE chunk (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
        // The builds behind the last block, until they are enough for one.
        "CREATE TABLE tail (number INTEGER PRIMARY KEY, row BLOB NOT NULL)",
        // Those that a block holds though they were pruned.
        "CREATE TABLE gone (number INTEGER PRIMARY KEY)",
        // How many builds there are: to count a million rows takes longer than most questions do.
        "CREATE TABLE total (builds INTEGER NOT NULL)",
        "INSERT INTO total VALUES (0)",
        "CREATE TABLE event (id TEXT PRIMARY KEY, line TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE excluded (id TEXT PRIMARY KEY, why TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE pruned (id TEXT PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE finding (line INTEGER NOT NULL, problem TEXT NOT NULL, lost INTEGER NOT NULL)",
    };

    private IndexSchema() {}

    static boolean isCurrent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            return version.next() && version.getInt(1) == VERSION;
        }
    }

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate(table);
            }
            statement.executeUpdate("PRAGMA user_version = " + VERSION);
        }
    }
}
