package dev.bengal.store.sql;

import dev.bengal.store.SharedStoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What a shared history looks like, as numbered steps. Each is done once and for all, by whoever comes first; a step that was
 * released is never changed, and what has to be otherwise is the next one.
 */
final class SqlMigrations {
    /** The steps; the first one makes version 1. */
    static final List<String> STEPS = List.of(
            // Times are microseconds since 1970; stands is the commit's time, else the start. A build lies in the part
            // of the month
            // of its start; bengal_known says of each id whether it is there, in whichever part, or was pruned.
            """
            CREATE TABLE bengal_word (
                number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                key text COLLATE "C" NOT NULL UNIQUE,
                text text COLLATE "C" NOT NULL);

            CREATE TABLE bengal_metric (
                number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                key text COLLATE "C" NOT NULL UNIQUE,
                name_key text COLLATE "C" NOT NULL,
                name text COLLATE "C" NOT NULL,
                unit text COLLATE "C" NOT NULL,
                direction text NOT NULL,
                noise text NOT NULL);
            CREATE INDEX bengal_metric_name ON bengal_metric (name_key);

            CREATE SEQUENCE bengal_build_number CACHE 1;
            CREATE TABLE bengal_build (
                number bigint NOT NULL DEFAULT nextval('bengal_build_number'),
                started bigint NOT NULL,
                stands bigint NOT NULL,
                commit_time bigint,
                project integer NOT NULL,
                scenario integer NOT NULL,
                branch integer,
                environment integer NOT NULL,
                outcome integer NOT NULL,
                dirty boolean NOT NULL,
                cut boolean NOT NULL,
                id text COLLATE "C" NOT NULL,
                commit_hash text COLLATE "C",
                metrics integer[] NOT NULL,
                readings double precision[] NOT NULL,
                line text NOT NULL)
                PARTITION BY RANGE (started);
            CREATE INDEX bengal_build_number_index ON bengal_build (number);
            CREATE INDEX bengal_build_id ON bengal_build (id);
            CREATE INDEX bengal_build_started ON bengal_build (started, id);
            CREATE INDEX bengal_build_stands ON bengal_build (stands, started, id);
            CREATE INDEX bengal_build_scenario ON bengal_build (project, scenario, stands, started, id);
            CREATE INDEX bengal_build_commit ON bengal_build (commit_hash) WHERE commit_hash IS NOT NULL;

            CREATE TABLE bengal_known (id text COLLATE "C" PRIMARY KEY, pruned boolean NOT NULL);

            CREATE TABLE bengal_event (
                id text COLLATE "C" PRIMARY KEY,
                time bigint NOT NULL,
                kind text NOT NULL,
                build text COLLATE "C",
                line text NOT NULL);
            CREATE INDEX bengal_event_build ON bengal_event (build) WHERE build IS NOT NULL;

            CREATE TABLE bengal_total (builds bigint NOT NULL);
            INSERT INTO bengal_total VALUES (0);

            CREATE VIEW bengal_excluded AS
                SELECT build AS id FROM (
                    SELECT DISTINCT ON (build) build, kind FROM bengal_event WHERE build IS NOT NULL
                    ORDER BY build, time DESC, id DESC) AS newest
                WHERE kind = 'excluded';

            -- For people and their tools; the program does not read it.
            CREATE VIEW bengal_reading AS
                SELECT build.id, to_timestamp(build.started / 1e6) AS started, project.text AS project,
                    scenario.text AS scenario, branch.text AS branch, environment.text AS environment,
                    outcome.text AS outcome, build.dirty, build.commit_hash, metric.name AS metric, metric.unit,
                    reading.value
                FROM bengal_build AS build
                    CROSS JOIN LATERAL unnest(build.metrics, build.readings) AS reading (metric, value)
                    JOIN bengal_metric AS metric ON metric.number = reading.metric
                    JOIN bengal_word AS project ON project.number = build.project
                    JOIN bengal_word AS scenario ON scenario.number = build.scenario
                    LEFT JOIN bengal_word AS branch ON branch.number = build.branch
                    JOIN bengal_word AS environment ON environment.number = build.environment
                    JOIN bengal_word AS outcome ON outcome.number = build.outcome;

            -- The faster method is not in every server.
            DO $$ BEGIN
                EXECUTE 'ALTER TABLE bengal_build ALTER COLUMN line SET COMPRESSION lz4';
            EXCEPTION WHEN feature_not_supported THEN NULL;
            END $$;
            """,
            // Builds of a kind share the array of their metrics. The old column has another name, so that an older
            // program that was let in just before cannot write rows that this one would misread.
            """
            CREATE TABLE bengal_layout (
                number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                key text COLLATE "C" NOT NULL UNIQUE,
                metrics integer[] NOT NULL);

            ALTER TABLE bengal_build RENAME COLUMN metrics TO own_metrics;
            ALTER TABLE bengal_build ALTER COLUMN own_metrics DROP NOT NULL;
            ALTER TABLE bengal_build ADD COLUMN layout integer;

            -- The parts of bengal_build: which starts lie in one, and before which time all of its builds stand.
            CREATE TABLE bengal_month (begins bigint PRIMARY KEY, ends bigint NOT NULL, stands_before bigint NOT NULL);
            DO $$
            DECLARE
                part record;
                latest bigint;
            BEGIN
                FOR part IN
                    SELECT relname, coalesce(bounds[1]::bigint, -9223372036854775808) AS begins,
                        coalesce(bounds[2]::bigint, 9223372036854775807) AS ends
                    FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
                        CROSS JOIN LATERAL regexp_match(
                            pg_get_expr(relpartbound, pg_class.oid),
                            'FROM [(](?:MINVALUE|''(-?[0-9]+)'')[)] TO [(](?:MAXVALUE|''(-?[0-9]+)'')[)]') AS bounds
                    WHERE inhparent = 'bengal_build'::regclass
                LOOP
                    EXECUTE format('SELECT max(stands) + 1 FROM %I', part.relname) INTO latest;
                    INSERT INTO bengal_month VALUES (part.begins, part.ends, greatest(part.ends, latest));
                END LOOP;
            END $$;

            -- Who was let in to the tables that there were is let in to these.
            DO $$
            DECLARE
                granted record;
            BEGIN
                FOR granted IN
                    SELECT DISTINCT privilege_type AS may,
                        CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS who
                    FROM pg_class CROSS JOIN LATERAL aclexplode(relacl)
                    WHERE pg_class.oid IN ('bengal_word'::regclass, 'bengal_total'::regclass) AND grantee <> relowner
                LOOP
                    EXECUTE format('GRANT %s ON bengal_layout, bengal_month TO %s', granted.may, granted.who);
                END LOOP;
            END $$;

            CREATE OR REPLACE VIEW bengal_reading AS
                SELECT build.id, to_timestamp(build.started / 1e6) AS started, project.text AS project,
                    scenario.text AS scenario, branch.text AS branch, environment.text AS environment,
                    outcome.text AS outcome, build.dirty, build.commit_hash, metric.name AS metric, metric.unit,
                    reading.value
                FROM bengal_build AS build
                    LEFT JOIN bengal_layout AS layout ON layout.number = build.layout
                    CROSS JOIN LATERAL unnest(coalesce(build.own_metrics, layout.metrics), build.readings)
                        AS reading (metric, value)
                    JOIN bengal_metric AS metric ON metric.number = reading.metric
                    JOIN bengal_word AS project ON project.number = build.project
                    JOIN bengal_word AS scenario ON scenario.number = build.scenario
                    LEFT JOIN bengal_word AS branch ON branch.number = build.branch
                    JOIN bengal_word AS environment ON environment.number = build.environment
                    JOIN bengal_word AS outcome ON outcome.number = build.outcome;

            -- Numbers with all their bits do not get smaller, and the server's old method takes longer to compress a line
            -- than all the rest of keeping it.
            ALTER TABLE bengal_build ALTER COLUMN readings SET STORAGE EXTERNAL;
            DO $$ BEGIN
                IF (SELECT attcompression <> 'l' FROM pg_attribute
                        WHERE attrelid = 'bengal_build'::regclass AND attname = 'line') THEN
                    ALTER TABLE bengal_build ALTER COLUMN line SET STORAGE EXTERNAL;
                END IF;
            END $$;

            -- Nobody asks how the values of an array are distributed.
            ALTER TABLE bengal_build ALTER COLUMN own_metrics SET STATISTICS 0;
            ALTER TABLE bengal_build ALTER COLUMN readings SET STATISTICS 0;
            ALTER TABLE bengal_build ALTER COLUMN line SET STATISTICS 0;
            """,
            // Builds of a kind share what their lines have in common: a newline in a template is the place of a value,
            // and a build's variables are its values with newlines between them, apart from what a series reads. Other
            // lines are whole, and so are those of before.
            """
            CREATE TABLE bengal_template (
                number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                key text COLLATE "C" NOT NULL UNIQUE,
                text text NOT NULL);

            -- By the number of the build.
            CREATE TABLE bengal_variables (number bigint PRIMARY KEY, variables text NOT NULL);
            ALTER TABLE bengal_variables ALTER COLUMN variables SET STATISTICS 0;

            ALTER TABLE bengal_build ALTER COLUMN line DROP NOT NULL;
            ALTER TABLE bengal_build ADD COLUMN template integer;
            DO $$ BEGIN
                IF (SELECT attcompression = 'l' FROM pg_attribute
                        WHERE attrelid = 'bengal_build'::regclass AND attname = 'line') THEN
                    ALTER TABLE bengal_variables ALTER COLUMN variables SET COMPRESSION lz4;
                ELSE
                    ALTER TABLE bengal_variables ALTER COLUMN variables SET STORAGE EXTERNAL;
                END IF;
            END $$;

            -- For people and their tools; the program puts the parts together by itself.
            CREATE VIEW bengal_record AS
                SELECT id, to_timestamp(started / 1e6) AS started, coalesce(line, (
                        SELECT string_agg(concat(part, value), '' ORDER BY place)
                        FROM unnest(string_to_array(bengal_template.text, E'\\n'), string_to_array(variables, E'\\n'))
                            WITH ORDINALITY AS piece (part, value, place))) AS line
                FROM bengal_build
                    LEFT JOIN bengal_template ON bengal_template.number = template
                    LEFT JOIN bengal_variables ON bengal_variables.number = bengal_build.number;

            DO $$
            DECLARE
                granted record;
            BEGIN
                FOR granted IN
                    SELECT DISTINCT privilege_type AS may,
                        CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS who
                    FROM pg_class CROSS JOIN LATERAL aclexplode(relacl)
                    WHERE pg_class.oid IN ('bengal_word'::regclass, 'bengal_build'::regclass) AND grantee <> relowner
                LOOP
                    EXECUTE format('GRANT %s ON bengal_template, bengal_variables, bengal_record TO %s', granted.may, granted.who);
                END LOOP;
            END $$;
            """,
            // Each project has its builds counted, and finds the newest of them however many others keep theirs. The
            // index comes first: who is just writing holds the table of builds and then wants that of the numbers,
            // which
            // has another name, so that an older program that was let in just before keeps nothing that is not counted.
            """
            DROP INDEX bengal_build_number_index;
            CREATE INDEX bengal_build_kept ON bengal_build (project, number);

            ALTER TABLE bengal_total RENAME TO bengal_project;
            DELETE FROM bengal_project;
            ALTER TABLE bengal_project ADD COLUMN project integer PRIMARY KEY;
            INSERT INTO bengal_project (project, builds) SELECT project, count(*) FROM bengal_build GROUP BY project;
            DO $$
            DECLARE
                writer text;
            BEGIN
                FOR writer IN
                    SELECT DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END
                    FROM pg_class CROSS JOIN LATERAL aclexplode(relacl)
                    WHERE pg_class.oid = 'bengal_project'::regclass AND grantee <> relowner AND privilege_type = 'UPDATE'
                LOOP
                    EXECUTE format('GRANT INSERT ON bengal_project TO %s', writer);
                END LOOP;
            END $$;
            """);

    private static final int OLDEST_SERVER = 14;
    private static final String UNKNOWN_TABLE = "42P01";

    private SqlMigrations() {}

    /**
     * Brings the tables up to the version of this program.
     *
     * @param name of the store, for sentences
     * @throws SharedStoreException where they are of a newer version, or the server is none for them
     */
    static void run(Connection connection, String name) throws SQLException {
        int version = version(connection);
        if (version < STEPS.size()) {
            version = migrate(connection, name);
        }
        if (version > STEPS.size()) {
            throw SharedStoreException.unreachable(
                    name + " was set up by a newer Bengal (its schema is version " + version + ", this program knows "
                            + STEPS.size() + "). Update Bengal on this machine.",
                    null);
        }
    }

    private static int migrate(Connection connection, String name) throws SQLException {
        requireFitServer(connection, name);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            SqlLocks.lock(statement, SqlLocks.SCHEMA);
            statement.execute("CREATE TABLE IF NOT EXISTS bengal_schema"
                    + " (version integer PRIMARY KEY, made timestamptz NOT NULL DEFAULT now())");
            int version = recorded(statement);
            for (int next = version + 1; next <= STEPS.size(); next++) {
                statement.execute(STEPS.get(next - 1));
                statement.execute("INSERT INTO bengal_schema (version) VALUES (" + next + ")");
            }
            SqlLocks.endTransaction(connection);
            return Math.max(version, STEPS.size());
        }
    }

    private static void requireFitServer(Connection connection, String name) throws SQLException {
        int server = connection.getMetaData().getDatabaseMajorVersion();
        if (server < OLDEST_SERVER) {
            throw SharedStoreException.unreachable(
                    name + " is PostgreSQL " + server + "; Bengal needs " + OLDEST_SERVER + " or newer.", null);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_encoding")) {
            row.next();
            if (!row.getString(1).equals("UTF8")) {
                throw SharedStoreException.unreachable(
                        name + " keeps its text as " + row.getString(1)
                                + "; Bengal needs a database in UTF8 (CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0).",
                        null);
            }
        }
    }

    /** 0 where nothing was set up. */
    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return recorded(statement);
        } catch (SQLException e) {
            if (UNKNOWN_TABLE.equals(e.getSQLState())) {
                return 0;
            }
            throw e;
        }
    }

    private static int recorded(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT coalesce(max(version), 0) FROM bengal_schema")) {
            row.next();
            return row.getInt(1);
        }
    }
}
