package dev.bengal.store;

import static dev.bengal.store.BuildStoreContract.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import dev.bengal.model.Series;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.store.sql.SqlStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shared history of many months, of which a question opens no more than it needs. */
class SqlMonthsTest {
    private String schema;
    private SqlStore store;

    @BeforeEach
    void open() {
        schema = PostgresServer.freshSchema();
        store = PostgresServer.store(schema);
    }

    @Test
    void recent_isTheEndOfTheWholeHistoryHoweverManyMonthsThatTakes() {
        List<BuildMetrics> builds = anyBuilds(new Random(7));
        builds.forEach(store::append);

        for (BuildOrder order : BuildOrder.values()) {
            for (BuildFilter filter : List.of(
                    BuildFilter.ALL,
                    BuildFilter.ALL.scenario("a"),
                    BuildFilter.ALL.since(Instant.parse("2025-05-10T00:00:00Z")),
                    BuildFilter.ALL.and(new Condition.Until(Instant.parse("2025-05-10T00:00:00Z"))))) {
                List<BuildMetrics> fitting = builds.stream()
                        .filter(build -> filter.equals(BuildFilter.ALL) || fits(filter, build))
                        .sorted(order.oldestFirst())
                        .toList();
                for (int limit : new int[] {1, 2, 5, 11, 30, 100}) {
                    assertThat(store.recent(filter, order, limit).builds())
                            .as("%s of %s, %s", limit, filter, order)
                            .extracting(record -> record.build())
                            .containsExactlyElementsOf(
                                    fitting.subList(Math.max(0, fitting.size() - limit), fitting.size()));
                }
            }
        }
    }

    private static boolean fits(BuildFilter filter, BuildMetrics build) {
        return filter.conditions().stream().allMatch(condition -> {
            if (condition instanceof Condition.Since since) {
                return !build.timestamp().isBefore(since.time());
            }
            if (condition instanceof Condition.Until until) {
                return build.timestamp().isBefore(until.time());
            }
            return build.identity().scenario().name().equals("a");
        });
    }

    /** Forty over twenty months, in any order: of their start's time, of older commits and of commits from a clock ahead. */
    private static List<BuildMetrics> anyBuilds(Random random) {
        List<BuildMetrics> builds = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant start = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(600 * 86_400));
            BuildMetrics build = SampleBuild.id(String.format("%02d", i))
                    .start(start.toString())
                    .scenario(i % 3 == 0 ? "a" : "b")
                    .millis(i)
                    .build();
            builds.add(i % 2 == 0 ? build : at(build, start.plusSeconds((random.nextInt(300) - 200) * 86_400L)));
        }
        Collections.shuffle(builds, random);
        return builds;
    }

    private static BuildMetrics at(BuildMetrics build, Instant commitTime) {
        return new BuildMetrics(
                build.identity(),
                build.stats(),
                new Commit("c" + commitTime, "main", List.of(), false, commitTime),
                null,
                build.totals(),
                List.of(),
                List.of(),
                List.of(),
                build.environment());
    }

    @Test
    void historyOfVersion1_isBroughtUpToDateWithWhatItHolds() {
        store.append(SampleBuild.id("a").start("2025-01-05T00:00:00Z").millis(1).build());
        store.append(at(
                SampleBuild.id("late").start("2025-02-05T00:00:00Z").millis(2).build(),
                Instant.parse("2025-11-01T00:00:00Z")));
        store.append(SampleBuild.id("b").start("2025-05-05T00:00:00Z").millis(3).build());
        store.append(SampleBuild.id("c").start("2025-06-05T00:00:00Z").millis(4).build());
        store.append(
                SampleBuild.id("old").start("1999-06-05T00:00:00Z").millis(5).build());
        store.append(
                SampleBuild.id("far").start("2100-06-05T00:00:00Z").millis(6).build());
        long months = PostgresServer.number(
                "SELECT sum(stands_before / 1000 + ends / 7000 + begins / 9000) FROM " + schema + ".bengal_month");
        long readings = PostgresServer.number("SELECT count(*) FROM " + schema + ".bengal_reading");
        becomeVersion3();
        becomeVersion2();
        becomeVersion1();
        String reader = "reader_of_" + schema;
        PostgresServer.execute("CREATE ROLE " + reader + " LOGIN; GRANT USAGE ON SCHEMA " + schema + " TO " + reader
                + "; GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + reader);

        store.append(SampleBuild.id("d").start("2025-07-05T00:00:00Z").millis(7).build());

        assertThat(ids(store.recent(BuildFilter.ALL, BuildOrder.BY_COMMIT, 9).builds()))
                .containsExactly("old", "a", "b", "c", "d", "late", "far");
        SqlStore readOnly =
                PostgresServer.store(PostgresServer.url(schema).replace("postgres@", reader + "@"), Map.of());
        assertThat(ids(readOnly.recent(BuildFilter.ALL, BuildOrder.BY_COMMIT, 2).builds()))
                .containsExactly("late", "far");
        assertThat(store.series(BuildFilter.ALL, "total_duration_ms"))
                .flatExtracting(Series::points)
                .extracting(Series.Point::value)
                .containsExactlyInAnyOrder(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
        assertThat(PostgresServer.number("SELECT sum(stands_before / 1000 + ends / 7000 + begins / 9000) FROM " + schema
                        + ".bengal_month WHERE begins <> 1751328000000000"))
                .isEqualTo(months);
        assertThat(PostgresServer.number("SELECT count(*) FROM " + schema + ".bengal_reading WHERE id <> 'd'"))
                .isEqualTo(readings);
    }

    @Test
    void historyOfVersion2_keepsItsLinesAndSharesNoneOfThem() {
        store.append(SampleBuild.id("a").start("2025-01-05T00:00:00Z").millis(1).build());
        store.append(SampleBuild.id("b").start("2025-01-06T00:00:00Z").millis(2).build());
        List<String> before = lines();
        becomeVersion3();
        becomeVersion2();

        store.append(SampleBuild.id("c").start("2025-01-07T00:00:00Z").millis(3).build());
        store.append(SampleBuild.id("d").start("2025-01-08T00:00:00Z").millis(4).build());

        assertThat(lines()).startsWith(before.toArray(String[]::new)).hasSize(4);
        assertThat(PostgresServer.number("SELECT count(line) FROM " + schema + ".bengal_build"))
                .isEqualTo(2);
        assertThat(PostgresServer.number("SELECT count(*) FROM " + schema + ".bengal_template"))
                .isEqualTo(1);
        assertThat(lines())
                .isEqualTo(PostgresServer.texts("SELECT line FROM " + schema + ".bengal_record ORDER BY id"));
    }

    @Test
    void historyOfVersion3_hasTheBuildsOfEachProjectCountedAndStaysOpenToItsWriters() {
        store.append(SampleBuild.id("a").start("2025-01-05T00:00:00Z").build());
        SqlStore shop = PostgresServer.store(schema, "shop");
        shop.append(SampleBuild.id("b")
                .project("shop")
                .start("2025-01-06T00:00:00Z")
                .build());
        shop.append(SampleBuild.id("c")
                .project("shop")
                .start("2025-01-07T00:00:00Z")
                .build());
        becomeVersion3();
        String writer = "writer_of_" + schema;
        PostgresServer.execute("CREATE ROLE " + writer + " LOGIN; GRANT USAGE ON SCHEMA " + schema + " TO " + writer
                + "; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + schema + " TO " + writer
                + "; GRANT USAGE ON ALL SEQUENCES IN SCHEMA " + schema + " TO " + writer);

        assertThat(recorded("docs")).isEqualTo(1);
        assertThat(recorded("shop")).isEqualTo(2);
        assertThat(recorded("nobody's")).isZero();
        PostgresServer.store(PostgresServer.url(schema).replace("postgres@", writer + "@"), Map.of())
                .append(SampleBuild.id("d")
                        .project("new")
                        .start("2025-01-08T00:00:00Z")
                        .build());
        assertThat(recorded("new")).isEqualTo(1);
    }

    private long recorded(String project) {
        return PostgresServer.store(schema, project)
                .recent(BuildFilter.ALL, BuildOrder.BY_START, 1)
                .recorded();
    }

    private List<String> lines() {
        return store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).builds().stream()
                .map(record -> record.line())
                .toList();
    }

    /** Takes back what the fourth version changed. */
    private void becomeVersion3() {
        PostgresServer.execute("SET search_path = " + schema + """
                ;
                DROP INDEX bengal_build_kept;
                CREATE INDEX bengal_build_number_index ON bengal_build (number);
                ALTER TABLE bengal_project RENAME TO bengal_total;
                ALTER TABLE bengal_total DROP COLUMN project;
                DELETE FROM bengal_total;
                INSERT INTO bengal_total SELECT count(*) FROM bengal_build;
                DELETE FROM bengal_schema WHERE version = 4;
                """);
    }

    /** Takes back what the third version changed. */
    private void becomeVersion2() {
        PostgresServer.execute("SET search_path = " + schema + """
                ;
                UPDATE bengal_build SET line = bengal_record.line
                    FROM bengal_record WHERE bengal_record.id = bengal_build.id;
                DROP VIEW bengal_record;
                DROP TABLE bengal_template, bengal_variables;
                ALTER TABLE bengal_build DROP COLUMN template;
                ALTER TABLE bengal_build ALTER COLUMN line SET NOT NULL;
                DELETE FROM bengal_schema WHERE version = 3;
                """);
    }

    /** Takes back what the second version changed. */
    private void becomeVersion1() {
        PostgresServer.execute("SET search_path = " + schema + """
                ;
                UPDATE bengal_build SET own_metrics = bengal_layout.metrics
                    FROM bengal_layout WHERE bengal_layout.number = layout;
                DROP VIEW bengal_reading;
                DROP TABLE bengal_layout, bengal_month;
                ALTER TABLE bengal_build DROP COLUMN layout;
                ALTER TABLE bengal_build RENAME COLUMN own_metrics TO metrics;
                ALTER TABLE bengal_build ALTER COLUMN metrics SET NOT NULL;
                DELETE FROM bengal_schema WHERE version = 2;
                """);
    }
}
