package dev.bengal.store.sql;

import dev.bengal.journal.Journal;
import dev.bengal.journal.JournalException;
import dev.bengal.store.BuildReader;
import dev.bengal.store.BuildRecordReader;
import dev.bengal.store.HistoryIndex;
import dev.bengal.store.IndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/**
 * {@code index.sqlite} beside a journal. It catches up with the journal whenever it is asked, and one that is missing, damaged, of
 * another journal or of another version is made again. Several processes may use it at once.
 */
public final class SqliteIndex implements HistoryIndex {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;

    private final Journal journal;
    private final String project;
    private final Path file;
    private final int blockSize;
    private final KnownRecords known = new KnownRecords();
    private final KnownChunks chunks = new KnownChunks();
    private final IndexContents.Known contents = new IndexContents.Known();

    /**
     * The index of a journal.
     *
     * @param project whose history it is, for records that do not say
     */
    public SqliteIndex(Journal journal, String project) {
        this(journal, project, IndexWriter.BLOCK);
    }

    /**
     * The same with blocks of another size; an index may have blocks of several.
     *
     * @param blockSize how many builds make a block
     */
    public SqliteIndex(Journal journal, String project, int blockSize) {
        this.blockSize = blockSize;
        this.journal = Objects.requireNonNull(journal, "journal");
        this.project = Objects.requireNonNull(project, "project");
        this.file = journal.file().resolveSibling("index.sqlite");
    }

    @Override
    public <T> T ask(Function<BuildReader, T> question) {
        Object failed = null;
        for (int attempt = 1; ; attempt++) {
            try {
                if (attempt > 1 || Files.notExists(file)) {
                    makeAgain(failed);
                }
                failed = identity();
                return answer(question);
            } catch (JournalException e) {
                throw new IndexException(journal.file() + " changed while it was read", e);
            } catch (IOException e) {
                throw new IndexException(file + " cannot be used: " + e.getMessage(), e);
            } catch (SQLException | RuntimeException e) {
                // Noise in a database may come up as anything: a null, a time beyond all times, a text that is no id.
                if (attempt == ATTEMPTS || isNotItsFault(e)) {
                    throw new IndexException(file + " cannot be used: " + e.getMessage(), e);
                }
            }
        }
    }

    /** Whether there is one. */
    public boolean isThere() {
        return Files.exists(file);
    }

    /**
     * What is wrong with the index; empty where nothing is, or where there is none. It is brought up to date and then held against
     * every line of the journal.
     */
    public Optional<String> complaint() {
        if (!isThere()) {
            return Optional.empty();
        }
        try (IndexLock use = IndexLock.share(lockFile(), PATIENCE);
                Connection connection = open(false)) {
            if (!IndexSchema.isCurrent(connection)) {
                return Optional.of("of another version");
            }
            new CatchingUp(connection, journal, project, blockSize).run();
            return new IndexCheck(connection, journal, new BuildRecordReader(project)).complaint();
        } catch (SQLException | RuntimeException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Deletes it; it comes back with the next question. What cannot be deleted is made again when it is next asked. */
    public void discard() {
        try {
            makeAgain(identity());
        } catch (SQLException | IOException e) {
            throw new IndexException(file + " cannot be made again: " + e.getMessage(), e);
        }
    }

    private <T> T answer(Function<BuildReader, T> question) throws SQLException, IOException {
        try (IndexLock use = IndexLock.share(lockFile(), PATIENCE);
                Connection connection = open(false)) {
            if (!IndexSchema.isCurrent(connection)) {
                throw new StaleIndexException("the index is of another version");
            }
            new CatchingUp(connection, journal, project, blockSize).run();
            return answer(question, connection);
        }
    }

    /** What others write meanwhile is not seen; where they replace the journal meanwhile, the answer is of neither and worth nothing. */
    private <T> T answer(Function<BuildReader, T> question, Connection connection) throws SQLException {
        requireWholePages();
        connection.setAutoCommit(false);
        chunks.asked();
        T answer;
        try (SqliteReader reader =
                new SqliteReader(connection, journal, new BuildRecordReader(project), known, chunks, contents)) {
            answer = question.apply(reader);
        }
        if (!Progress.read(connection).orElse(Progress.start(project)).isOf(journal, journal.size(), project)) {
            throw new StaleIndexException("the history was replaced while it was read");
        }
        connection.rollback();
        requireWholePages();
        return answer;
    }

    /** The database takes what is missing of a page for zeros, and zeros for data. */
    private void requireWholePages() {
        if (file.toFile().length() % IndexSchema.PAGE != 0) {
            throw new StaleIndexException("the index was cut");
        }
    }

    /** Deletes the index, unless another process made a new one meanwhile, and makes an empty one. */
    private void makeAgain(@Nullable Object failed) throws SQLException, IOException {
        try (IndexLock alone = IndexLock.alone(lockFile(), PATIENCE)) {
            Object now = identity();
            if (now != null && !now.equals(failed)) {
                return;
            }
            // A log that outlived its database would be taken for the new one's.
            for (String part : new String[] {"", "-wal", "-shm", "-journal"}) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
            }
            try (Connection connection = open(true)) {
                IndexSchema.create(connection);
            }
        }
    }

    private Path lockFile() {
        return file.resolveSibling("index.lock");
    }

    /** What tells a file from another one of the same name; null where there is none. */
    private @Nullable Object identity() throws IOException {
        return Files.exists(file)
                ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
                : null;
    }

    private Connection open(boolean create) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setCacheSize(-32_000);
        config.setPageSize(IndexSchema.PAGE);
        if (!create) {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** Whether something is wrong with the machine or the moment; another index would fare no better. */
    private static boolean isNotItsFault(Exception thrown) {
        Throwable failure = thrown instanceof SqlFailure carried ? carried.failure() : thrown;
        return failure instanceof SQLException sql && isNotItsFault(sql);
    }

    private static boolean isNotItsFault(SQLException failure) {
        return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff)) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_NOMEM ->
                true;
            default -> false;
        };
    }
}
