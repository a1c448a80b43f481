package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class JournalAppendTest {
    @TempDir
    private Path folder;

    private Path file;
    private Journal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("history.jsonl");
        journal = new Journal(file);
    }

    @Test
    void append_createsTheHistory() {
        journal.append("{\"a\":1}");

        assertThat(file).hasContent("{\"a\":1}\n").hasSize(8);
    }

    @Test
    void append_leavesWhatWasThereAndEndsWithANewline() {
        journal.append("{\"a\":1}");
        journal.append("{\"ä\":\"\ud83d\ude80\"}");

        assertThat(file).hasBinaryContent("{\"a\":1}\n{\"ä\":\"\ud83d\ude80\"}\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void append_refusesANewlineInTheLine() {
        assertThatThrownBy(() -> journal.append("{\n}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a record holds a newline");
        assertThat(file).doesNotExist();
    }

    @Test
    void append_survivesKillBetweenBytes() throws IOException {
        // What a killed writer leaves: its line up to any byte, here in the middle of a character too.
        byte[] torn = "{\"name\":\"ä\ud83d\ude80\",\"n\":12}".getBytes(StandardCharsets.UTF_8);
        for (int cut = 1; cut <= torn.length; cut++) {
            byte[] tail = Arrays.copyOf(torn, cut);
            Files.write(file, concat("{\"a\":1}\n".getBytes(StandardCharsets.UTF_8), tail));

            journal.append("{\"b\":2}");

            assertThat(file)
                    .as("cut after %d bytes", cut)
                    .hasBinaryContent(concat(
                            "{\"a\":1}\n".getBytes(StandardCharsets.UTF_8),
                            tail,
                            "\n{\"b\":2}\n".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void append_writesNoEmptyLineBehindAWholeOne() throws IOException {
        Files.writeString(file, "\n");

        journal.append("{}");

        assertThat(file).hasBinaryContent("\n{}\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void append_thatFailsHalfWayLeavesTheHistoryAsItWas() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "limits the size of a file by a POSIX shell's ulimit");
        String before = "{\"a\":\"" + "x".repeat(1500) + "\"}\n{\"torn\":";
        Files.writeString(file, before);
        // Four blocks: 2048 bytes in most shells, 4096 in some. The line begins below the limit and ends above it.
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 4 && exec \"$@\"", "sh"));
        command.addAll(ChildJvm.command(ChildJvm.Appender.class, file, "{\"b\":\"" + "y".repeat(6000) + "\"}", 1));

        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains(file + " cannot be written: File too large");
        assertThat(file).hasBinaryContent(before.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void append_saysThatTheFolderIsMissing() {
        Path missing = folder.resolve("nowhere").resolve("history.jsonl");

        assertThatThrownBy(() -> new Journal(missing).append("{}"))
                .isInstanceOf(JournalException.class)
                .hasMessage(missing + " cannot be written: its folder does not exist");
    }

    @Test
    void append_saysThatTheFolderIsAFile() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("metrics"), "a file");
        Path below = inTheWay.resolve("history.jsonl");

        assertThatThrownBy(() -> new Journal(below).append("{}"))
                .isInstanceOf(JournalException.class)
                .hasMessage(below + " cannot be written: Not a directory");
    }

    @Test
    void append_saysThatTheHistoryIsAFolder() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(() -> journal.append("{}"))
                .isInstanceOf(JournalException.class)
                .hasMessage(file + " cannot be written: Is a directory");
    }

    @Test
    void append_followsALinkAndLocksWhereItLeads() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path real = Files.writeString(elsewhere.resolve("history.jsonl"), "{\"a\":1}\n");
        Files.createSymbolicLink(file, real);

        journal.append("{\"b\":2}");

        assertThat(file).isSymbolicLink();
        assertThat(real).hasContent("{\"a\":1}\n{\"b\":2}\n");
        // Whoever writes under the real name has to meet the same lock.
        assertThat(folder.resolve("history.lock")).doesNotExist();
        assertThat(elsewhere.resolve("history.lock")).exists();
    }

    @Test
    void append_createsWhatALinkLeadsTo() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere.resolve("history.jsonl"));

        journal.append("{}");

        assertThat(elsewhere.resolve("history.jsonl")).hasContent("{}\n");
    }

    @Test
    void append_goesToTheFileThatTookTheOldOnesPlace() throws IOException {
        journal.append("{\"old\":1}");
        Path pruned = Files.writeString(folder.resolve("pruned"), "{\"new\":1}\n");
        Files.move(pruned, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

        journal.append("{\"new\":2}");

        assertThat(file).hasContent("{\"new\":1}\n{\"new\":2}\n");
    }

    @Test
    void append_thatWaitedGoesToTheFileThatTookTheOldOnesPlace() throws Exception {
        journal.append("{\"old\":1}");
        Thread writer = new Thread(() -> journal.append("{\"new\":2}"));
        try (JournalLock lock = JournalLock.acquire(folder.resolve("history.lock"), Duration.ofSeconds(10))) {
            writer.start();
            while (writer.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            Path pruned = Files.writeString(folder.resolve("pruned"), "{\"new\":1}\n");
            Files.move(pruned, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        writer.join();

        assertThat(file).hasContent("{\"new\":1}\n{\"new\":2}\n");
    }

    @Test
    void append_recordsAnInterruptedBuildAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        try {
            journal.append("{}");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(file).hasContent("{}\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void append_keepsEveryLineOfTwoThreadsWhole(boolean oneJournal) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> writers = IntStream.range(0, 2)
                    .<Future<?>>mapToObj(thread -> {
                        Journal own = oneJournal ? journal : new Journal(file);
                        return threads.submit(() -> {
                            for (int i = 0; i < 150; i++) {
                                own.append(line(thread, i));
                            }
                        });
                    })
                    .toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrderElementsOf(lines(2, 150));
    }

    @Test
    void append_keepsEveryLineOfEightProcessesWhole() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(
                    ChildJvm.start(ChildJvm.Appender.class, file, line(i, -1).replace("-1", "NUMBER"), 40));
        }
        for (Process writer : writers) {
            String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(writer.waitFor()).as(said).isZero();
        }

        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrderElementsOf(lines(8, 40));
    }

    private static List<String> lines(int writers, int each) {
        return IntStream.range(0, writers)
                .boxed()
                .flatMap(writer -> IntStream.range(0, each).mapToObj(i -> line(writer, i)))
                .toList();
    }

    /** Longer than what a pipe or a page takes at once, so that a torn write would show. */
    private static String line(int writer, int number) {
        return "{\"writer\":" + writer + ",\"number\":" + number + ",\"text\":\"" + "x".repeat(9000) + "\"}";
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }
}
