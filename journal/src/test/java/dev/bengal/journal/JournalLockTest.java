package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalLockTest {
    @TempDir
    private Path folder;

    @Test
    void append_givesUpOnAProcessThatDoesNotLetGo() throws Exception {
        Path file = folder.resolve("history.jsonl");
        Path lock = folder.resolve("history.lock");
        Process holder = ChildJvm.start(ChildJvm.LockHolder.class, lock);
        try (BufferedReader said = holder.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");

            assertThatThrownBy(() -> new Journal(file, Duration.ZERO).append("{}"))
                    .isInstanceOf(JournalException.class)
                    .hasMessage(file + " cannot be written: another process has held " + lock + " for 0 s");

            holder.getOutputStream().close();
            assertThat(holder.waitFor()).isZero();
        } finally {
            holder.destroy();
        }
        new Journal(file, Duration.ZERO).append("{}");

        assertThat(file).hasContent("{}\n");
    }

    @Test
    void append_takesTheLockOfAProcessThatWasKilled() throws Exception {
        Path file = folder.resolve("history.jsonl");
        Process holder = ChildJvm.start(ChildJvm.LockHolder.class, folder.resolve("history.lock"));
        try (BufferedReader said = holder.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");
        } finally {
            holder.destroyForcibly().waitFor();
        }

        new Journal(file, Duration.ZERO).append("{}");

        assertThat(file).hasContent("{}\n");
    }

    @Test
    void acquire_givesUpOnAThreadThatDoesNotLetGo() throws IOException {
        Path file = folder.resolve("history.lock");
        try (JournalLock lock = JournalLock.acquire(file, Duration.ZERO)) {
            assertThatThrownBy(() -> elsewhere(file))
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseMessage("another thread has held " + file + " for 0 s");
        }

        elsewhere(file);
    }

    @Test
    void acquire_givesUpOnTheSameLockByAnotherName() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (JournalLock lock = JournalLock.acquire(real.resolve("history.lock"), Duration.ZERO)) {
            Path other = link.resolve("history.lock");

            assertThatThrownBy(() -> JournalLock.acquire(other, Duration.ZERO))
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith("has held " + other + " for 0 s");
        }
    }

    @Test
    void acquire_thatFailsLeavesTheWayFree() throws IOException {
        Path file = folder.resolve("later").resolve("history.lock");
        assertThatThrownBy(() -> JournalLock.acquire(file, Duration.ZERO)).isInstanceOf(IOException.class);
        Files.createDirectory(file.getParent());

        elsewhere(file);

        assertThat(file).exists();
    }

    @Test
    void acquire_endsItsWaitWhenInterrupted() throws Exception {
        Path file = folder.resolve("history.lock");
        Process holder = ChildJvm.start(ChildJvm.LockHolder.class, file);
        try (BufferedReader said = holder.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");
            CompletableFuture<String> failure = new CompletableFuture<>();
            Thread waiter = new Thread(() -> {
                try (JournalLock lock = JournalLock.acquire(file, Duration.ofHours(1))) {
                    failure.complete("acquired");
                } catch (IOException e) {
                    failure.complete(String.valueOf(e.getMessage()));
                }
            });
            waiter.start();
            waiter.interrupt();

            assertThat(failure.get()).isEqualTo("interrupted while waiting for another writer");
        } finally {
            holder.destroyForcibly();
        }
    }

    /** Takes and releases the lock on another thread. */
    private static void elsewhere(Path file) {
        CompletableFuture.runAsync(() -> {
                    try (JournalLock lock = JournalLock.acquire(file, Duration.ZERO)) {
                        assertThat(file).exists();
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                })
                .join();
    }
}
