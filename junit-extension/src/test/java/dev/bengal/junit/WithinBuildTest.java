package dev.bengal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.collector.Surroundings;
import dev.bengal.junit.samples.Ordinary;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithinBuildTest {
    @TempDir
    private Path folder;

    @Test
    void run_namesTheBuildOfMavenThatItIsPartOf() {
        String before = System.setProperty(Surroundings.PARENT_BUILD_PROPERTY, "01maven");
        try {
            new Launch().recordingIn(folder).run(Ordinary.class);
        } finally {
            restore(before);
        }

        RecordedTests run = RecordedTests.in(folder).get(0);
        assertThat(run.text("parent_build")).isEqualTo("01maven");
        assertThat(run.json().get("environment").get("tool").asText()).startsWith("junit platform ");
    }

    @Test
    void blankName_isNone() {
        String before = System.setProperty(Surroundings.PARENT_BUILD_PROPERTY, " ");
        try (Surroundings here = WithinBuild.ofThisProcess()) {
            assertThat(here).isNotInstanceOf(WithinBuild.class);
        } finally {
            restore(before);
        }
    }

    private static void restore(String before) {
        if (before == null) {
            System.clearProperty(Surroundings.PARENT_BUILD_PROPERTY);
        } else {
            System.setProperty(Surroundings.PARENT_BUILD_PROPERTY, before);
        }
    }
}
