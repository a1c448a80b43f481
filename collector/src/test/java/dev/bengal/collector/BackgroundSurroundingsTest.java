package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BackgroundSurroundingsTest {
    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    @Timeout(60)
    @DisabledOnOs(OS.WINDOWS)
    void findings_goWithoutAGitThatHangs() throws IOException {
        Path hanging = Files.createFile(
                folder.resolve("git"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(hanging, "#!/bin/sh\nexec tail -f /dev/null\n");
        try (Surroundings surroundings = new BackgroundSurroundings(
                new CiContext(Map.of()), new GitQuery(hanging.toString()), Duration.ofMillis(50))) {
            surroundings.start(build(), warnings::add);
            Surroundings.Findings found = surroundings.findings();

            assertThat(found.commit()).isNull();
            assertThat(found.environment().tooling().tool()).isEqualTo("mysite 1.4");
            assertThat(found.environment().machine().arch())
                    .as("the machine is known all the same")
                    .isEqualTo(System.getProperty("os.arch"));
        }
        assertThat(warnings).anySatisfy(warning -> assertThat(warning).startsWith("git did not answer"));
    }

    @Test
    void findings_describeThisMachineAndJvm() {
        try (Surroundings surroundings = new BackgroundSurroundings(new CiContext(Map.of()))) {
            surroundings.start(build(), warnings::add);
            Surroundings.Findings found = surroundings.findings();

            assertThat(found.environment().fingerprint()).matches("[0-9a-f]{12}");
            assertThat(found.environment().machine().cpuCount()).isPositive();
            assertThat(found.environment().tooling().javaVersion()).isEqualTo(System.getProperty("java.version"));
            assertThat(found.ci()).isNull();
        }
        assertThat(warnings).isEmpty();
    }

    private TrackedBuild build() {
        return new TrackedBuild("docs", Scenario.SITE_FULL, folder, List.of(), "mysite 1.4");
    }
}
