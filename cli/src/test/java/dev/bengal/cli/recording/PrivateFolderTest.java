package dev.bengal.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.cli.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PrivateFolderTest {
    @TempDir
    private Path shared;

    @Test
    void folder_isOfItsOwnerAloneAndTakenAgain() throws IOException {
        Path folder = PrivateFolder.at(shared.resolve("worktrees"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PrivateFolder.at(folder)).isEqualTo(folder);
    }

    @Test
    void folder_thatOthersCanWriteToIsRefused() throws IOException {
        Path folder = Files.createDirectory(shared.resolve("worktrees"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> PrivateFolder.at(folder))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("XDG_CACHE_HOME");
    }

    @Test
    void linkToAFolder_isRefused() throws IOException {
        Path elsewhere = PrivateFolder.at(shared.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(shared.resolve("worktrees"), elsewhere);

        assertThatThrownBy(() -> PrivateFolder.at(link)).isInstanceOf(CommandException.class);
    }
}
