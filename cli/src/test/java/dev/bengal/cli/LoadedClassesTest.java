package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command does not need, it does not load: that is most of its start. */
class LoadedClassesTest {
    @TempDir
    private Path folder;

    @Test
    void shortHistory_isReadWithoutTheDatabase() throws Exception {
        StepHistory.write(folder, 60, 30);

        assertThat(loadedBy("perf"))
                .contains("dev.bengal.store.JournalStore ")
                .doesNotContain("org.sqlite.", "org.postgresql.", "com.fasterxml.jackson.");
        assertThat(folder.resolve(".bengal-metrics/index.sqlite")).doesNotExist();
    }

    private String loadedBy(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(BengalProcess.java());
        command.addAll(List.of("-Xlog:class+load", "dev.bengal.cli.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
