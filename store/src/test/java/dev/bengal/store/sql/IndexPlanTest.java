package dev.bengal.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexPlanTest {
    @Test
    void newestOfAScenario_comeInTheOrderOfAnIndex() throws SQLException {
        assertThat(plan(BuildFilter.ALL.project("p").scenario("s").baselineMaterial()))
                .anyMatch(step -> step.contains("build_scenario (project=? AND scenario=?)"))
                .as("a million builds are not sorted for the newest ten")
                .doesNotContain("USE TEMP B-TREE FOR ORDER BY");
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void newestOfAScope_comeInTheOrderOfAnIndex(BuildFilter filter) throws SQLException {
        assertThat(plan(filter, BuildOrder.BY_COMMIT))
                .anyMatch(step -> step.contains("USING INDEX build_stands"))
                .doesNotContain("USE TEMP B-TREE FOR ORDER BY");
        assertThat(plan(filter, BuildOrder.BY_START))
                .anyMatch(step -> step.contains("USING INDEX build_started"))
                .doesNotContain("USE TEMP B-TREE FOR ORDER BY");
    }

    static List<BuildFilter> scopes() {
        return List.of(
                BuildFilter.ALL,
                BuildFilter.ALL.branch("main"),
                BuildFilter.ALL.environment("7533"),
                BuildFilter.ALL.project("p"),
                BuildFilter.ALL.scenario("s"),
                BuildFilter.ALL.project("p").branch("main").baselineMaterial());
    }

    @Test
    void aPageOfAScenario_comesInTheOrderOfAnIndex() throws SQLException {
        assertThat(plan(BuildFilter.ALL.project("p").scenario("s"), BuildOrder.BY_START))
                .anyMatch(step -> step.contains("USING INDEX build_started"))
                .doesNotContain("USE TEMP B-TREE FOR ORDER BY");
    }

    private static List<String> plan(BuildFilter filter) throws SQLException {
        return plan(filter, BuildOrder.BY_COMMIT);
    }

    private static List<String> plan(BuildFilter filter, BuildOrder order) throws SQLException {
        FilterSql wanted = new FilterSql(filter, SqliteDialect.of(filter, order));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            IndexSchema.create(connection);
            try (PreparedStatement question =
                    connection.prepareStatement("EXPLAIN QUERY PLAN SELECT id FROM build WHERE " + wanted.where()
                            + " ORDER BY " + SqliteReader.newestFirst(order) + " LIMIT 10")) {
                wanted.bind(question);
                return steps(question);
            }
        }
    }

    private static List<String> steps(PreparedStatement question) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }
}
