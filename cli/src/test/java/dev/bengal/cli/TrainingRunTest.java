package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class TrainingRunTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("heavy")
    void startedByAHookOfGit_commitsToNoRepositoryButItsOwn() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        Git.run(repository, "init", "-q");
        Files.writeString(repository.resolve("mine"), "mine");
        String before = Git.run(repository, "status", "--porcelain");

        // Inside it, too: a home may be a repository.
        train(
                repository.resolve(".git/cache"),
                Map.of(
                        "GIT_DIR", repository.resolve(".git").toString(),
                        "GIT_WORK_TREE", repository.toString(),
                        "GIT_INDEX_FILE", repository.resolve(".git/index").toString()));

        assertThat(Git.run(repository, "status", "--porcelain")).isEqualTo(before);
        assertThat(Git.run(repository, "rev-list", "--all")).isEmpty();
        assertThat(Git.run(repository.resolve(".git/cache"), "rev-list", "--count", "HEAD"))
                .isEqualToIgnoringNewLines("1");
    }

    @Test
    @Tag("heavy")
    void machineWithoutGit_trainsAllTheSame() throws Exception {
        train(folder.resolve("site"), Map.of("PATH", folder.toString()));

        assertThat(folder.resolve("site/.git")).doesNotExist();
        assertThat(folder.resolve("site/public/index.html")).exists();
        assertThat(folder.resolve("site/.bengal-metrics/index.sqlite")).isNotEmptyFile();
        assertThat(folder.resolve("sqlite")).isNotEmptyFile();
    }

    @Test
    void perfAlone_trainsOnWhatTheOthersLeft() throws Exception {
        Path site = folder.resolve("site");
        train(site, Map.of());
        train("dev.bengal.cli.PerfTrainingRun", site, Map.of());

        assertThat(site.resolve("short/.bengal-metrics/baseline.properties")).isNotEmptyFile();
        assertThat(site.resolve("short/.bengal-metrics/index.sqlite")).doesNotExist();
    }

    @Test
    void server_isTrainedByTheQuestionsOfItsPages() throws Exception {
        Path site = folder.resolve("site");
        train(site, Map.of());

        train("dev.bengal.cli.ServeTrainingRun", site, Map.of());
    }

    private void train(Path site, Map<String, String> variables) throws IOException, InterruptedException {
        train("dev.bengal.cli.TrainingRun", site, variables);
    }

    private void train(String run, Path site, Map<String, String> variables) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(BengalProcess.java());
        command.addAll(List.of(run, site.toString(), folder.resolve("sqlite").toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process training = builder.start();
        String said = new String(training.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(training.waitFor()).as(said).isZero();
    }
}
