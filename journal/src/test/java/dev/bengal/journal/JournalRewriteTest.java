package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class JournalRewriteTest {
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
    void rewrite_takesLinesOutAndPutsOthersAtTheEnd() throws IOException {
        Files.writeString(file, "go 1\nstay 1\ngo 2\n\nstay 2\ngo 3\n");
        TakingOut sieve = new TakingOut("go", "new 1", "new 2");

        journal.rewrite(sieve);

        assertThat(file).hasContent("stay 1\n\nstay 2\nnew 1\nnew 2\n");
        assertThat(sieve.taken()).isEqualTo("go 1\ngo 2\ngo 3\n");
        assertThat(names()).containsExactly("history.jsonl", "history.lock", "history.rewrite.lock");
    }

    @Test
    void rewrite_closesATornLineThatStays() throws IOException {
        Files.writeString(file, "go\nstay");

        journal.rewrite(new TakingOut("go", "new"));

        assertThat(file).hasContent("stay\nnew\n");
    }

    @Test
    void rewrite_takesATornLineOut() throws IOException {
        Files.writeString(file, "stay\ngo");
        TakingOut sieve = new TakingOut("go");

        journal.rewrite(sieve);

        assertThat(file).hasContent("stay\n");
        assertThat(sieve.taken()).isEqualTo("go\n");
    }

    @Test
    void rewrite_thatTakesNothingOutLeavesTheFile() throws IOException {
        Files.writeString(file, "stay\ntorn");
        Object before = Files.readAttributes(file, BasicFileAttributes.class).fileKey();

        journal.rewrite(new TakingOut("go"));

        assertThat(file).hasContent("stay\ntorn");
        assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                .isEqualTo(before);
    }

    @Test
    void rewrite_replacesWhatALinkLeadsTo() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "go\nstay\n");
        Files.createSymbolicLink(file, Path.of("real"));

        journal.rewrite(new TakingOut("go"));

        assertThat(file).isSymbolicLink();
        assertThat(real).hasContent("stay\n");
    }

    @Test
    void rewrite_keepsPermissions() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX permissions");
        Files.writeString(file, "go\nstay\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        journal.rewrite(new TakingOut("go"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void rewrite_passesOverTheDraftOfOneThatWasKilled() throws IOException {
        Files.writeString(file, "go\nstay\n");
        Files.writeString(folder.resolve("history.draft"), "half a histo");

        journal.rewrite(new TakingOut("go"));

        assertThat(file).hasContent("stay\n");
        assertThat(folder.resolve("history.draft")).doesNotExist();
    }

    @Test
    void rewrite_thatFailsLeavesTheHistoryAndSaysSo() throws IOException {
        Files.writeString(file, "go\nstay\n");
        TakingOut sieve = new TakingOut("go");
        Sieve failing = new Sieve() {
            @Override
            public boolean keeps(long number, byte[] line, long length) {
                return sieve.keeps(number, line, length);
            }

            @Override
            public void aside(byte[] bytes, int length) throws IOException {
                throw new IOException("no room");
            }

            @Override
            public List<String> finish() {
                throw new AssertionError("nothing is finished");
            }

            @Override
            public void abandon() {
                sieve.abandon();
            }
        };

        assertThatThrownBy(() -> journal.rewrite(failing))
                .isInstanceOf(JournalException.class)
                .hasMessage(file + " cannot be rewritten: no room; it is as it was");
        assertThat(sieve.wasAbandoned()).isTrue();
        assertThat(file).hasContent("go\nstay\n");
        assertThat(names()).containsExactly("history.jsonl", "history.lock", "history.rewrite.lock");
    }

    @Test
    void rewrite_onAFullDiskLeavesTheHistory() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "limits the size of a file by a POSIX shell's ulimit");
        String content = "{\"go\":1}\n" + ("x".repeat(999) + "\n").repeat(20);
        Files.writeString(file, content);
        // Eight blocks, of 512 or 1024 bytes: less than the twenty lines that stay.
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 8 && exec \"$@\"", "sh"));
        command.addAll(ChildJvm.command(Crash.Rewriter.class, file));

        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains(file + " cannot be rewritten: ", "; it is as it was");
        assertThat(file).hasContent(content);
        assertThat(folder.resolve("history.draft")).doesNotExist();
    }

    @Test
    void rewrite_saysWhyItCannot() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(() -> journal.rewrite(new TakingOut("go")))
                .isInstanceOf(JournalException.class)
                .hasMessage(file + " cannot be rewritten: Is a directory; it is as it was");
    }

    @Test
    void rewrite_ofNothingIsNothing() throws IOException {
        journal.rewrite(new TakingOut("go", "new"));

        assertThat(names()).isEmpty();
    }

    /** What a failing writer takes back lies behind what a rewrite has read so far. */
    @Test
    void rewrite_takesNothingFromAWriterThatIsNotDone() throws Exception {
        Files.writeString(file, "go\nstay\n");
        Thread rewriter = new Thread(() -> journal.rewrite(new TakingOut("go")));
        try (JournalLock writer = JournalLock.acquire(folder.resolve("history.lock"), Duration.ofSeconds(10))) {
            Files.writeString(file, "half of a batch\n", StandardOpenOption.APPEND);
            rewriter.start();
            while (rewriter.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            Files.writeString(file, "go\nstay\n");
        }
        rewriter.join();

        assertThat(file).hasContent("stay\n");
    }

    @Test
    void writersOfOtherProcessesLoseNothingWhileTwoRewrite() throws Exception {
        Process rewriter = ChildJvm.start(Crash.Rewriter.class, file);
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            writers.add(ChildJvm.start(ChildJvm.Appender.class, file, "{\"stay\":\"" + i + " NUMBER\"}", 150));
            writers.add(ChildJvm.start(ChildJvm.Appender.class, file, "{\"go\":\"" + i + " NUMBER\"}", 150));
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> tasks = new ArrayList<>();
            tasks.add(threads.submit(() -> {
                while (writers.stream().anyMatch(Process::isAlive)) {
                    journal.rewrite(new TakingOut("{\"go\":"));
                }
            }));
            tasks.add(threads.submit(() -> IntStream.range(0, 150)
                    .forEach(i -> journal.append(List.of("{\"stay\":\"2 " + i + "\"}", "{\"go\":\"2 " + i + "\"}")))));
            for (Future<?> task : tasks) {
                task.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (Process writer : writers) {
            String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(writer.waitFor()).as(said).isZero();
        }
        rewriter.getOutputStream().write('\n');
        rewriter.getOutputStream().close();
        String said = new String(rewriter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(rewriter.waitFor()).as(said).isZero();
        journal.rewrite(new TakingOut("{\"go\":"));

        assertThat(Files.readAllLines(file))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 3)
                        .boxed()
                        .flatMap(writer ->
                                IntStream.range(0, 150).mapToObj(i -> "{\"stay\":\"" + writer + " " + i + "\"}"))
                        .toList());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
