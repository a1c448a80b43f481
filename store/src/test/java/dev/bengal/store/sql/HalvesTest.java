package dev.bengal.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.journal.Journal;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.RandomHistory;
import dev.bengal.store.SeriesCollector;
import dev.bengal.store.ThinSeries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalvesTest {
    private static final SqliteReader.Numbered TIME = new SqliteReader.Numbered(
            TotalMetric.DURATION.metric(), TotalMetric.ALL.indexOf(TotalMetric.DURATION), "totals", "");

    @TempDir
    private Path folder;

    private SqliteIndex index;
    private long last;

    @BeforeEach
    void history() throws Exception {
        Path file = folder.resolve("history.jsonl");
        Files.write(file, new RandomHistory(7).nextBytes(90));
        index = new SqliteIndex(new Journal(file), "project");
        index.ask(reader -> reader.recent(BuildFilter.ALL, BuildOrder.BY_START, 1));
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(number) FROM build")) {
            last = row.getLong(1);
        }
    }

    @Test
    void halves_holdTheSameSeriesAsTheWhole() throws SQLException {
        List<Series> whole = index.ask(reader ->
                reader.series(BuildFilter.ALL, TotalMetric.DURATION.metric().name(), Integer.MAX_VALUE));
        FilterSql all = new FilterSql(BuildFilter.ALL, SqliteDialect.of(BuildFilter.ALL, BuildOrder.BY_COMMIT));

        try (Connection connection = open()) {
            SeriesReading reading = new SeriesReading(all, TIME, words(connection));
            List<SeriesCollector> parts = new Halves(connection, this::open, 2).read(reading::between);

            assertThat(parts).hasSize(2);
            assertThat(SeriesCollector.inOrder(parts)).isEqualTo(whole);
        }
        assertThat(whole).isNotEmpty();
    }

    @Test
    void halves_areThinnedLikeTheWhole() throws SQLException {
        String name = TotalMetric.DURATION.metric().name();
        List<ThinSeries> whole = index.ask(reader -> reader.thinned(BuildFilter.ALL, name, 12));
        FilterSql all = new FilterSql(BuildFilter.ALL, SqliteDialect.of(BuildFilter.ALL, BuildOrder.BY_COMMIT));

        try (Connection connection = open()) {
            Halves halves = new Halves(connection, this::open, 2);

            assertThat(new ThinnedReading(connection, words(connection), TIME).of(all, halves, 12))
                    .isEqualTo(whole);
        }
        assertThat(whole).isNotEmpty();
    }

    @Test
    void second_isReadByAConnectionOfItsOwn() throws SQLException {
        try (Connection connection = open()) {
            List<Part> parts = new Halves(connection, this::open, 2).read(Part::new);

            assertThat(parts).hasSize(2);
            assertThat(parts.get(0).connection()).isSameAs(connection);
            assertThat(parts.get(1).connection()).isNotSameAs(connection);
            assertThat(parts.get(0).first()).isEqualTo(1);
            assertThat(parts.get(1).first()).isEqualTo(parts.get(0).last() + 1);
            assertThat(parts.get(1).last()).isEqualTo(last);
        }
    }

    @Test
    void second_thatSeesAnotherStateOfTheIndex_isReadByTheFirst() throws SQLException {
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            assertThat(Progress.read(connection)).isPresent();
            try (Connection other = open();
                    Statement statement = other.createStatement()) {
                assertThat(statement.executeUpdate("UPDATE progress SET position = position + 1"))
                        .isOne();
            }

            List<Part> parts = new Halves(connection, this::open, 2).read(Part::new);

            assertThat(parts).extracting(Part::connection).containsExactly(connection, connection);
        }
    }

    @Test
    void few_areReadAtOnce() throws SQLException {
        try (Connection connection = open()) {
            List<Part> parts = new Halves(connection, this::open, last + 1).read(Part::new);

            assertThat(parts).containsExactly(new Part(connection, 1, last));
        }
    }

    @Test
    void failureOfTheSecond_isToldAsItself() throws SQLException {
        SQLException failure = new SQLException("noise in the database");
        try (Connection connection = open()) {
            Halves halves = new Halves(connection, this::open, 2);

            assertThatThrownBy(() -> halves.read((from, first, last) -> {
                        if (first > 1) {
                            throw failure;
                        }
                        return first;
                    }))
                    .isSameAs(failure);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("index.sqlite"));
    }

    private static Map<Integer, String> words(Connection connection) throws SQLException {
        Map<Integer, String> words = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, text FROM word")) {
            while (rows.next()) {
                words.put(rows.getInt(1), rows.getString(2));
            }
        }
        return words;
    }

    private record Part(Connection connection, long first, long last) {}
}
