package dev.bengal.store.sql;

import dev.bengal.model.BuildId;
import dev.bengal.model.Series;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes points of rows that begin with {@code id, started, commit_hash, commit_time, environment}. Builds of one commit follow each other,
 * and share what is said of it: a million points are large enough. Not thread-safe.
 */
final class PointRows {
    private final Map<Integer, String> words;
    private @Nullable String commit;
    private long commitMicros;
    private Instant commitTime = Instant.EPOCH;

    PointRows(Map<Integer, String> words) {
        this.words = words;
    }

    Series.Point point(ResultSet row, double value) throws SQLException {
        String hash = row.getString(3);
        if (hash == null || !hash.equals(commit)) {
            commit = hash;
        }
        long micros = row.getLong(4);
        boolean isDated = !row.wasNull();
        if (isDated && micros != commitMicros) {
            commitMicros = micros;
            commitTime = instant(micros);
        }
        return new Series.Point(
                new BuildId(row.getString(1)),
                instant(row.getLong(2)),
                value,
                commit,
                isDated ? commitTime : null,
                SqliteReader.word(words, row.getInt(5)));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
