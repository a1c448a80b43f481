package dev.bengal.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the index looks like. One that looks otherwise is made again, so that there is nothing to migrate. */
final class IndexSchema {
    /** Raised with every change of what is stored or of how it is read. */
    static final int VERSION = 4;

    /** The size of a page, in bytes. */
    static final int PAGE = 4096;

    private static final String[] TABLES = {
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
        // Times are microseconds since 1970; stands is the commit's time, else the start.
        """
        CREATE TABLE build (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            line_offset INTEGER NOT NULL,
            line_length INTEGER NOT NULL,
            started INTEGER NOT NULL,
            stands INTEGER NOT NULL,
            project INTEGER NOT NULL,
            scenario INTEGER NOT NULL,
            branch INTEGER,
            environment INTEGER NOT NULL,
            outcome INTEGER NOT NULL,
            dirty INTEGER NOT NULL,
            commit_hash TEXT,
            commit_time INTEGER,
            totals BLOB NOT NULL)
        """,
        // How many builds there are: to count a million rows takes longer than most questions do.
        "CREATE TABLE total (builds INTEGER NOT NULL)",
        "INSERT INTO total VALUES (0)",
        "CREATE TABLE detail (number INTEGER PRIMARY KEY, readings BLOB NOT NULL)",
        "CREATE TABLE event (id TEXT PRIMARY KEY, line TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE excluded (id TEXT PRIMARY KEY, why TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE pruned (id TEXT PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE finding (line INTEGER NOT NULL, problem TEXT NOT NULL, lost INTEGER NOT NULL)",
        "CREATE UNIQUE INDEX build_id ON build (id)",
        "CREATE INDEX build_commit ON build (commit_hash) WHERE commit_hash IS NOT NULL",
        // Behind the order, all that builds are chosen by: a branch of 80 builds in a million is found among small
        // entries,
        // without a row being looked up for each.
        "CREATE INDEX build_started ON build (started, project, scenario, branch, environment, outcome, dirty)",
        "CREATE INDEX build_stands ON build (stands, started, project, scenario, branch, environment, outcome, dirty)",
        "CREATE INDEX build_scenario ON build (project, scenario, stands, started, branch, environment, outcome, dirty)",
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
