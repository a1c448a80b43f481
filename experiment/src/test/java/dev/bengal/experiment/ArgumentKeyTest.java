package dev.bengal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.bengal.journal.MetricsDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ArgumentKeyTest {
    @TempDir
    private Path folder;

    /** Test case 2 of RFC 4231; its HMAC-SHA-256 begins with 5bdcc146bf60754e. */
    @Test
    void digest_isAnHmac() {
        assertThat(new ArgumentKey("Jefe".getBytes(StandardCharsets.US_ASCII))
                        .digest(List.of("what do ya want for nothing?")))
                .isEqualTo("5bdcc146bf60");
    }

    @Test
    void digest_tellsWordsApart() {
        ArgumentKey key = new ArgumentKey(new byte[] {1});

        assertThat(List.of(
                        key.digest(List.of("a b")), key.digest(List.of("a", "b")), key.digest(List.of("a", "b", ""))))
                .doesNotHaveDuplicates();
    }

    @Test
    void key_staysInItsDirectoryAndDiffersElsewhere() throws IOException {
        MetricsDirectory here = new MetricsDirectory(folder.resolve("here"));
        MetricsDirectory there = new MetricsDirectory(folder.resolve("there"));
        String first = ArgumentKey.in(here).digest(List.of("x"));

        assertThat(ArgumentKey.in(here).digest(List.of("x"))).isEqualTo(first);
        assertThat(ArgumentKey.in(there).digest(List.of("x"))).isNotEqualTo(first);
        assertThat(here.folder().resolve(".gitignore")).hasContent("*");
        try (var files = Files.list(here.folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(".gitignore", ArgumentKey.FILE);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keyOfAnotherProcess_thatWasFirstStays() throws IOException {
        Path first = Files.writeString(folder.resolve(ArgumentKey.FILE), "first");
        ArgumentKey.place(Files.writeString(folder.resolve("draft"), "second"), first);

        assertThat(first).hasContent("first");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void key_canBeReadByItsOwnerAlone() throws IOException {
        ArgumentKey.in(new MetricsDirectory(folder));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(ArgumentKey.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void damagedKey_isNamedAndTheRecordDoesWithoutAHash() throws IOException {
        Path file = Files.writeString(folder.resolve(ArgumentKey.FILE), "abc");
        MetricsDirectory directory = new MetricsDirectory(folder);
        List<String> warnings = new ArrayList<>();

        assertThatIOException()
                .isThrownBy(() -> ArgumentKey.in(directory))
                .withMessage(file + " is damaged; delete it to get a new one");
        assertThat(CommandTool.hashed(directory, warnings::add).of(new Command(List.of("make", "hunter2"))))
                .isEqualTo("make");
        assertThat(warnings).singleElement().asString().contains("without a hash", "damaged");
    }

    @Test
    void tool_isTheProgramAndAHashUnlessArgumentsAreKept() {
        Command command = new Command(List.of("make", "hunter2"));

        assertThat(CommandTool.hashed(new MetricsDirectory(folder), warning -> {})
                        .of(command))
                .matches("make \\(arguments [0-9a-f]{12}\\)");
        assertThat(CommandTool.hashed(new MetricsDirectory(folder), warning -> {})
                        .of(new Command(List.of("/usr/bin/make"))))
                .isEqualTo("make");
        assertThat(CommandTool.withArguments().of(command)).isEqualTo("make hunter2");
    }
}
