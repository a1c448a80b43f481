package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BengalSpyTest {
    @TempDir
    private Path folder;

    @Test
    void whatFails_costsNothingButItself() throws IOException {
        MojoExecution test = SpiedBuild.goal("surefire", "test");
        test.setConfiguration(reportsIn("\0"));
        MojoExecution jar = SpiedBuild.goal("jar", "jar");
        SpiedBuild build = new SpiedBuild(folder);

        build.tell(ExecutionEvent.Type.ProjectStarted, null);
        build.fetched(new Unreadable());
        build.tell(ExecutionEvent.Type.SessionStarted, null);
        build.tell(ExecutionEvent.Type.MojoStarted, test);
        build.tell(ExecutionEvent.Type.MojoSucceeded, test);
        build.tell(ExecutionEvent.Type.MojoStarted, jar);
        build.tell(ExecutionEvent.Type.MojoSucceeded, jar);
        build.tell(ExecutionEvent.Type.ProjectSucceeded, null);
        build.end();

        MavenHistory history = MavenHistory.in(folder.resolve(".bengal-metrics"));
        assertThat(history.builds()).hasSize(1);
        assertThat(history.text("outcome")).isEqualTo("success");
        assertThat(history.text("scenario"))
                .as("no build that is all known is held against it")
                .isEqualTo("mvn default goal recorded in part");
        assertThat(history.phases())
                .containsExactly("module.core", "module.core.mojo.surefire:test", "module.core.mojo.jar:jar");
        assertThat(history.phase("module.core.mojo.surefire:test")
                        .path("outcome")
                        .asText())
                .isEqualTo("success");
        assertThat(history.phase("module.core.mojo.jar:jar").path("parent").asText())
                .isEqualTo("module.core");
        assertThat(history.value("maven.threads")).isEqualTo(1);
    }

    /** Another writer holds the history, so that the signal comes while the record is being saved. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void signalInTheLastMoment_leavesTheRecord() throws Exception {
        Path metrics = Files.createDirectory(folder.resolve(".bengal-metrics"));
        Process process;
        try (FileChannel other = FileChannel.open(
                metrics.resolve("history.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            EndingBuild.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader words = process.inputReader(StandardCharsets.UTF_8);
            assertThat(words.readLine()).isEqualTo("saving");
            process.toHandle().destroy();
            assertThat(words.readLine()).isEqualTo("going down");
        }

        // 128 + 15, as every process that SIGTERM ended.
        assertThat(process.waitFor()).isEqualTo(143);
        assertThat(MavenHistory.in(metrics).builds()).hasSize(1);
    }

    private static Xpp3Dom reportsIn(String name) {
        Xpp3Dom folder = new Xpp3Dom("reportsDirectory");
        folder.setValue(name);
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(folder);
        return configuration;
    }

    private static final class Unreadable extends File {
        private static final long serialVersionUID = 1;

        Unreadable() {
            super("fetched.jar");
        }

        @Override
        public boolean isFile() {
            throw new SecurityException("it may not be looked at");
        }
    }
}
