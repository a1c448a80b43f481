package dev.bengal.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.store.BuildFilter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexPlanTest {
    @Test
    void newestOfAScenario_comeInTheOrderOfAnIndex() throws SQLException {
        assertThat(plan(BuildFilter.ALL.project("p").scenario("s").baselineMaterial()))
                .anyMatch(step -> step.contains("build_scenario (project=? AND scenario=?)"))
                .as("a million builds are not sorted for the newest ten")
                .doesNotContain("USE TEMP B-TREE FOR ORDER BY");
    }

    private static List<String> plan(BuildFilter filter) throws SQLException {
        FilterSql wanted = new FilterSql(filter, SqliteReader.DIALECT);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            IndexSchema.create(connection);
            try (PreparedStatement question = connection.prepareStatement("EXPLAIN QUERY PLAN SELECT id FROM build WHERE "
                    + wanted.where() + " ORDER BY stands DESC, started DESC, id DESC LIMIT 10")) {
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
