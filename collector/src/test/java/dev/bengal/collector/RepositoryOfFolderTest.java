package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryOfFolderTest {
    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectories(home.resolve("project/module"));
    }

    private Map<String, String> left(Map<String, String> variables) {
        ProcessBuilder git = new ProcessBuilder("git").directory(folder.toFile());
        git.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        git.environment().putAll(variables);
        RepositoryOfFolder.choose(git);
        return git.environment();
    }

    private Map<String, String> leftOf(Path workTree) {
        return left(Map.of("GIT_DIR", home.resolve("bare").toString(), "GIT_WORK_TREE", workTree.toString()));
    }

    @Test
    void variablesOfAHook_goAndOthersStay() {
        assertThat(left(Map.of(
                        "GIT_DIR",
                        home.resolve("project/.git/worktrees/w").toString(),
                        "GIT_INDEX_FILE",
                        home.resolve("project/.git/worktrees/w/index").toString(),
                        "GIT_PREFIX",
                        "",
                        "GIT_SSL_CAINFO",
                        "certificates")))
                .doesNotContainKeys("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")
                .containsEntry("GIT_SSL_CAINFO", "certificates");
    }

    @Test
    void repositoryThatWasChosenForTheseFiles_stays() throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("link"), home.resolve("project"));

        assertThat(leftOf(home)).containsKeys("GIT_DIR", "GIT_WORK_TREE");
        assertThat(leftOf(folder)).containsKeys("GIT_DIR", "GIT_WORK_TREE");
        assertThat(leftOf(link)).containsKeys("GIT_DIR", "GIT_WORK_TREE");
    }

    @Test
    void workTreeThatIsElsewhereOrAnywhere_choosesNothing() throws IOException {
        assertThat(leftOf(Files.createDirectory(home.resolve("pro")))).doesNotContainKeys("GIT_DIR", "GIT_WORK_TREE");
        assertThat(leftOf(home.resolve("gone"))).doesNotContainKeys("GIT_DIR", "GIT_WORK_TREE");
        assertThat(leftOf(Path.of("."))).doesNotContainKeys("GIT_DIR", "GIT_WORK_TREE");
    }
}
