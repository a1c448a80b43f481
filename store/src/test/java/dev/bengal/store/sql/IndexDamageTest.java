package dev.bengal.store.sql;

import static dev.bengal.store.Answers.assertIndexSaysTheSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.journal.Journal;
import dev.bengal.store.Answers;
import dev.bengal.store.ChildJvm;
import dev.bengal.store.IndexException;
import dev.bengal.store.RandomHistory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to an index, the answers are those of the journal. */
@Timeout(300)
class IndexDamageTest {
    private static final int PAGE = IndexSchema.PAGE;

    @TempDir
    private Path folder;

    private Path index;
    private Journal journal;

    @BeforeEach
    void open() throws IOException {
        Path file = Files.write(folder.resolve("history.jsonl"), new RandomHistory(31).nextBytes(150));
        index = folder.resolve("index.sqlite");
        journal = new Journal(file);
    }

    /** What can happen to an index. */
    enum Damage {
        DELETED {
            @Override
            void to(Path index, Random random) throws IOException {
                Files.deleteIfExists(index);
            }
        },
        EMPTIED {
            @Override
            void to(Path index, Random random) throws IOException {
                Files.write(index, new byte[0]);
            }
        },
        CUT {
            @Override
            void to(Path index, Random random) throws IOException {
                try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "rw")) {
                    int pages = (int) (file.length() / PAGE);
                    file.setLength((long) PAGE * random.nextInt(pages + 1));
                }
            }
        },
        ANOTHER_VERSION {
            @Override
            void to(Path index, Random random) {
                try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + index);
                        Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA user_version = " + (1000 + random.nextInt(1000)));
                } catch (SQLException e) {
                    // Somebody makes it anew this moment; the next damage comes.
                }
            }
        },
        NOISE {
            @Override
            void to(Path index, Random random) throws IOException {
                try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "rw")) {
                    byte[] noise = new byte[(int) Math.max(PAGE, file.length())];
                    random.nextBytes(noise);
                    file.write(noise);
                }
            }
        },
        NOISY_PAGES {
            @Override
            void to(Path index, Random random) throws IOException {
                try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "rw")) {
                    byte[] noise = new byte[PAGE];
                    for (long page = 0; page < file.length() / PAGE; page++) {
                        if (random.nextInt(3) == 0) {
                            random.nextBytes(noise);
                            file.seek(page * PAGE);
                            file.write(noise);
                        }
                    }
                }
            }
        };

        abstract void to(Path index, Random random) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void index_comesBackByItself(Damage damage) throws IOException {
        assertIndexSaysTheSame(journal);
        Random random = new Random(32);
        for (int i = 0; i < 5; i++) {
            damage.to(index, random);

            assertIndexSaysTheSame(journal);
        }
        assertThat(new SqliteIndex(journal, "docs", 16).complaint()).isEmpty();
    }

    @Test
    void index_cutWithinAPageComesBackByItself() throws IOException {
        Random random = new Random(36);
        for (int i = 0; i < 8; i++) {
            assertIndexSaysTheSame(journal);
            try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "rw")) {
                file.setLength((long) (file.length() * random.nextDouble()));
            }
        }
        assertIndexSaysTheSame(journal);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("heavy")
    void answers_areRightWhileTheIndexIsDamagedByOthers(Damage damage) throws Exception {
        Answers expected = Answers.ofTheJournal(journal);
        Random random = new Random(33);
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                readers.add(threads.submit(() -> {
                    for (int asked = 0; asked < 3 || !isOver.get(); asked++) {
                        assertThat(Answers.ofTheIndex(journal)).isEqualTo(expected);
                    }
                }));
            }
            Process other = ChildJvm.start(Asker.class, journal.file(), 4);
            for (int i = 0; other.isAlive(); i++) {
                assertThat(Answers.ofTheIndex(journal))
                        .as("after %d damages", i)
                        .isEqualTo(expected);
                damage.to(index, random);
            }
            ChildJvm.assertSucceeds(other);
            isOver.set(true);
            for (Future<?> reader : readers) {
                reader.get();
            }
        } finally {
            isOver.set(true);
            threads.shutdownNow();
        }
        assertIndexSaysTheSame(journal);
    }

    /** Asks an index and insists on the answers of the journal: HISTORY TIMES. */
    static final class Asker {
        private Asker() {}

        public static void main(String[] arguments) {
            Journal journal = new Journal(Path.of(arguments[0]));
            Answers expected = Answers.ofTheJournal(journal);
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                assertThat(Answers.ofTheIndex(journal)).isEqualTo(expected);
            }
        }
    }

    @Test
    @Tag("heavy")
    void index_isMadeByTwoProcessesAtOnce() throws Exception {
        Files.write(journal.file(), new RandomHistory(34).nextBytes(800), StandardOpenOption.APPEND);

        Process one = ChildJvm.start(Asker.class, journal.file(), 2);
        Process other = ChildJvm.start(Asker.class, journal.file(), 2);

        ChildJvm.assertSucceeds(one);
        ChildJvm.assertSucceeds(other);
        assertIndexSaysTheSame(journal);
    }

    @Test
    void index_ofAnotherVersionIsMadeAgain() throws SQLException {
        assertIndexSaysTheSame(journal);
        sql("PRAGMA user_version = 4711");

        assertThat(new SqliteIndex(journal, "docs", 16).complaint()).contains("of another version");
        assertIndexSaysTheSame(journal);
        assertThat(new SqliteIndex(journal, "docs", 16).complaint()).isEmpty();
    }

    @Test
    void index_ofAnotherProjectIsMadeAgain() {
        new SqliteIndex(journal, "another").ask(reader -> reader.events());

        assertIndexSaysTheSame(journal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wal", "-shm", "-journal"})
    void index_isNotMisledByWhatAnotherOneLeft(String part) throws IOException {
        assertIndexSaysTheSame(journal);
        Files.delete(index);
        byte[] noise = new byte[3 * PAGE];
        new Random(35).nextBytes(noise);
        Files.write(folder.resolve("index.sqlite" + part), noise);

        assertIndexSaysTheSame(journal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The places of other builds.
                "UPDATE chunk SET bytes = (SELECT bytes FROM chunk WHERE key = (2 << 32)) WHERE key = (1 << 32)",
                "UPDATE block SET builds = builds + 1000000",
                "UPDATE block SET builds = -5"
            })
    void index_thatNamesPlacesThatCannotBeIsMadeAgain(String change) throws SQLException {
        assertIndexSaysTheSame(journal);
        sql(change);

        assertIndexSaysTheSame(journal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE chunk SET bytes = x'80'",
                "UPDATE chunk SET bytes = zeroblob(length(bytes))",
                "UPDATE chunk SET bytes = substr(bytes, 1, length(bytes) - 1)",
                "UPDATE tail SET row = x'80'",
                "DELETE FROM chunk WHERE key & 0xffffffff < 20"
            })
    void index_whoseValuesCannotBeReadIsMadeAgain(String change) throws SQLException {
        assertIndexSaysTheSame(journal);
        sql(change);

        assertIndexSaysTheSame(journal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Values, and starts, of other builds.
                "UPDATE chunk SET bytes = (SELECT bytes FROM chunk WHERE key = (2 << 32) + 32) WHERE key = (1 << 32) + 32",
                "UPDATE chunk SET bytes = (SELECT bytes FROM chunk WHERE key = (2 << 32) + 1) WHERE key = (1 << 32) + 1",
                "UPDATE chunk SET bytes = (SELECT bytes FROM chunk WHERE key = (2 << 32) + 17) WHERE key = (1 << 32) + 17",
                "DELETE FROM chunk WHERE key = (1 << 32) + 32",
                "UPDATE block SET started = started - 1 WHERE number = 1",
                "UPDATE block SET stands = stands + 1 WHERE number = 1",
                "UPDATE block SET ordered = NOT ordered WHERE number = 1",
                "DELETE FROM block WHERE number = 1",
                "DELETE FROM tail",
                "DELETE FROM build WHERE number = 3",
                "INSERT INTO build VALUES ('x', 100000)",
                "INSERT INTO gone VALUES (3)",
                "DELETE FROM event",
                "DELETE FROM excluded",
                "INSERT INTO excluded VALUES ('id1', 'nobody said so')",
                "DELETE FROM pruned",
                "DELETE FROM finding"
            })
    void complaint_noticesEveryChange(String change) throws SQLException {
        assertIndexSaysTheSame(journal);
        assertThat(new SqliteIndex(journal, "docs", 16).complaint()).isEmpty();

        sql(change);

        assertThat(new SqliteIndex(journal, "docs", 16).complaint()).as(change).isPresent();
    }

    @Test
    void ask_saysWhyThereCanBeNoIndex() throws IOException {
        Files.createDirectory(folder.resolve("index.lock"));

        assertThatThrownBy(() -> Answers.ofTheIndexAlone(journal))
                .isInstanceOf(IndexException.class)
                .hasMessageStartingWith(index + " cannot be used: ");
        assertThat(Answers.ofTheIndex(journal)).isEqualTo(Answers.ofTheJournal(journal));
    }

    @Test
    void answers_areRightWhereAFolderIsInTheIndexsPlace() throws IOException {
        Files.createDirectories(index.resolve("full"));

        assertThat(Answers.ofTheIndex(journal)).isEqualTo(Answers.ofTheJournal(journal));
    }

    private void sql(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + index);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(change);
        }
    }
}
