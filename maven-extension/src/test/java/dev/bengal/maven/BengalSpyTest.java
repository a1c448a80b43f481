package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
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
