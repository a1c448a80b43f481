package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Killed writers, and crowds of them. */
@Timeout(600)
class JournalCrashTest {
    @TempDir
    private Path folder;

    private Path file;
    private Journal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("history.jsonl");
        journal = new Journal(file);
    }

    /** SIGKILL after each of some numbers of acknowledged appends, and then as soon as the signal gets through. */
    @Test
    void append_survivesKillsAtRandomMoments() throws Exception {
        Random random = new Random(61);
        TreeSet<Integer> acknowledged = new TreeSet<>();
        int first = 0;
        while (first < 1000) {
            Process child = ChildJvm.start(Crash.AcknowledgingAppender.class, file, first, 1000 - first);
            int after = 1 + random.nextInt(250);
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                int count = 0;
                for (String number = said.readLine(); number != null; number = said.readLine()) {
                    acknowledged.add(Integer.valueOf(number));
                    if (++count == after) {
                        // The process itself would close the stream, with what it acknowledged in it.
                        child.toHandle().destroyForcibly();
                    }
                }
            }
            child.waitFor();
            first = acknowledged.last() + 1;
        }

        assertThat(acknowledged).hasSize(1000);
        List<String> lines = new ArrayList<>();
        journal.walk((number, offset, bytes, isWhole) -> lines.add(new String(bytes, StandardCharsets.UTF_8)));
        List<String> whole = IntStream.range(0, 1000).mapToObj(Crash::line).toList();
        assertThat(lines).containsAll(acknowledged.stream().map(whole::get).toList());
        // What was not acknowledged is whole all the same, or the beginning of a line.
        assertThat(lines)
                .allSatisfy(line -> assertThat(whole.stream().anyMatch(one -> one.startsWith(line)))
                        .isTrue());
    }

    @Test
    void rewrite_thatIsKilledLosesNothing() throws Exception {
        Random random = new Random(62);
        List<String> stay = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Process child = ChildJvm.start(Crash.Rewriter.class, file);
            child.getInputStream().read();
            for (int line = random.nextInt(20); line >= 0; line--) {
                journal.append(List.of("{\"go\":1}", "{\"stay\":\"" + i + " " + line + "\"}"));
                stay.add("{\"stay\":\"" + i + " " + line + "\"}");
            }
            child.destroyForcibly().waitFor();
        }

        journal.rewrite(new TakingOut("{\"go\":"));

        assertThat(Files.readAllLines(file)).isEqualTo(stay);
        assertThat(folder.resolve("history.draft")).doesNotExist();
    }

    @Test
    @Tag("heavy")
    void append_keepsEightThousandLinesOfEightProcessesWhole() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(ChildJvm.start(ChildJvm.Appender.class, file, line(i, "NUMBER"), 1000));
        }
        assertSucceed(writers);

        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrderElementsOf(lines(8, 1000));
    }

    @Test
    void append_keepsEveryLineOfProcessesAndThreadsWhole() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            writers.add(ChildJvm.start(ChildJvm.Appender.class, file, line(i, "NUMBER"), 100));
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> tasks = new ArrayList<>();
            for (int i = 3; i < 6; i++) {
                int writer = i;
                tasks.add(threads.submit(() -> IntStream.range(0, 100)
                        .forEach(number -> new Journal(file).append(line(writer, Integer.toString(number))))));
            }
            for (Future<?> task : tasks) {
                task.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertSucceed(writers);

        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrderElementsOf(lines(6, 100));
    }

    private static void assertSucceed(List<Process> writers) throws IOException, InterruptedException {
        for (Process writer : writers) {
            String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(writer.waitFor()).as(said).isZero();
        }
    }

    /** A line of a hundred megabytes, in a JVM that has not the memory to hold it. */
    @Test
    void walk_passesOverAHugeLineInLittleMemory() throws Exception {
        Files.writeString(file, "{\"before\":1}\n");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(100 << 20);
            huge.seek(huge.length());
            huge.write("\n{\"after\":1}\n".getBytes(StandardCharsets.UTF_8));
        }
        List<String> command = ChildJvm.command(Walker.class, file);
        command.add(1, "-Xmx160m");

        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "1 {\"before\":1}",
                        "2 of " + ((100 << 20) - 13),
                        "3 {\"after\":1}",
                        "back {\"after\":1}",
                        "back {\"before\":1}");
        assertThat(child.waitFor()).isZero();
    }

    /** Says what both walks see: FILE. */
    static final class Walker {
        private Walker() {}

        public static void main(String[] arguments) {
            Journal journal = new Journal(Path.of(arguments[0]));
            journal.walk(new Journal.LineVisitor() {
                @Override
                public void line(long number, long offset, byte[] line, boolean whole) {
                    System.out.println(number + " " + new String(line, StandardCharsets.UTF_8));
                }

                @Override
                public void longLine(long number, long offset, long length, boolean whole) {
                    System.out.println(number + " of " + length);
                }
            });
            journal.walkBackwards(line -> {
                System.out.println("back " + new String(line, StandardCharsets.UTF_8));
                return true;
            });
        }
    }

    private static List<String> lines(int writers, int each) {
        return IntStream.range(0, writers)
                .boxed()
                .flatMap(writer -> IntStream.range(0, each).mapToObj(i -> line(writer, Integer.toString(i))))
                .toList();
    }

    private static String line(int writer, String number) {
        return "{\"writer\":" + writer + ",\"number\":" + number + ",\"text\":\"" + "x".repeat(5000) + "\"}";
    }
}
