package dev.bengal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user meets who may not do everything. Root may, so the journal is used by a process of nobody then; that one may not be let into
 * the folders of the classes, and gets a copy.
 */
@EnabledOnOs(OS.LINUX)
class JournalPermissionTest {
    private static final String RECORD = "{\"a\":1}\n";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void open() throws IOException {
        permit(folder, "rwxr-xr-x");
        file = folder.resolve("history.jsonl");
    }

    @Test
    void folderThatMayNotBeWritten_isSaid() throws Exception {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        permit(locked, "r-xr-xr-x");

        assertThat(attempt("append", locked.resolve("history.jsonl")))
                .isEqualTo(locked.resolve("history.jsonl") + " cannot be written: permission denied");
        assertThat(locked).isEmptyDirectory();
        permit(locked, "rwxr-xr-x");
    }

    @Test
    void historyThatMayOnlyBeRead_isReadAndNeverWritten() throws Exception {
        Files.writeString(file, RECORD);
        Files.createFile(folder.resolve("history.lock"));
        permit(folder.resolve("history.lock"), "rw-rw-rw-");
        permit(file, "r--r--r--");

        assertThat(attempt("append", file)).isEqualTo(file + " cannot be written: permission denied");
        assertThat(attempt("read", file)).isEqualTo("1 line");
        assertThat(file).hasContent(RECORD);
    }

    @Test
    void historyThatMayNotBeRead_isSaid() throws Exception {
        Files.writeString(file, RECORD);
        permit(file, "---------");

        assertThat(attempt("read", file)).isEqualTo(file + " cannot be read: permission denied");
        permit(file, "rw-------");
        assertThat(file).hasContent(RECORD);
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private String attempt(String what, Path history) throws Exception {
        List<String> command = new ArrayList<>();
        if ((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(ChildJvm.command(Attempt.class, what, history));
        command.set(command.indexOf("-cp") + 1, copiedClasses());
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(child.waitFor()).as(said).isZero();
        return said;
    }

    private String copiedClasses() throws IOException {
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.contains("/target/")) {
                Path copy = folder.resolve("classes-" + copies.size());
                copies.add(copy.toString());
                copy(Path.of(entry), copy);
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path copy = to.resolve(from.relativize(one).toString());
                if (Files.notExists(copy)) {
                    Files.copy(one, copy);
                    permit(copy, Files.isDirectory(one) ? "rwxr-xr-x" : "rw-r--r--");
                }
            }
        }
    }

    /** Uses a history: append or read, FILE. */
    static final class Attempt {
        private Attempt() {}

        public static void main(String[] arguments) {
            Journal journal = new Journal(Path.of(arguments[1]));
            try {
                if (arguments[0].equals("append")) {
                    journal.append("{}");
                } else {
                    List<Long> lines = new ArrayList<>();
                    journal.walk((number, offset, bytes, whole) -> lines.add(number));
                    System.out.println(lines.size() + " line");
                }
            } catch (JournalException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
