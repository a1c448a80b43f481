package dev.bengal.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The outputs were captured from npm 11.19.1, GNU make, cargo 1.95.0, Gradle 4.4.1, buildah 1.28.2 and docker 20.10.24 with both of its builders, each with a small project. */
class ReadyPhasesTest {
    @Test
    void npm_hasAPhaseForEachScript() throws IOException {
        assertThat(phases(ReadyPhases.npm, "npm"))
                .containsExactly("prebuild", "build", "compile", "bundle", "postbuild");
    }

    @Test
    void npm_knowsPackagesOfAScope() {
        assertThat(ReadyPhases.npm.pattern().name("> @acme/shop@1.2.0-rc.1 test:unit"))
                .contains("test:unit");
        assertThat(ReadyPhases.npm.pattern().name("> mail someone@example.org now"))
                .isEmpty();
    }

    @Test
    void make_hasAPhaseForEachFolderAndWithTraceForEachTarget() throws IOException {
        assertThat(phases(ReadyPhases.make, "make")).containsExactly("lib");
        assertThat(phases(ReadyPhases.make, "make-trace")).containsExactly("main.o", "made", "lib", "made", "app");
    }

    @Test
    void cargo_hasAPhaseForEachThingThatItDoes() throws IOException {
        assertThat(phases(ReadyPhases.cargo, "cargo")).containsExactly("Compiling", "Finished", "Running", "Doc-tests");
    }

    @Test
    void gradle_hasAPhaseForEachTask() throws IOException {
        assertThat(phases(ReadyPhases.gradle, "gradle"))
                .hasSize(22)
                .startsWith(":compileJava", ":processResources", ":classes", ":jar")
                .endsWith(":lib:check", ":lib:build");
        assertThat(ReadyPhases.gradle.pattern().name("> Task :app:compileTestJava UP-TO-DATE"))
                .contains(":app:compileTestJava");
        assertThat(ReadyPhases.gradle.pattern().name("> Configure project :app"))
                .isEmpty();
        assertThat(ReadyPhases.gradle.pattern().name(": not a task")).isEmpty();
    }

    @Test
    void docker_hasAPhaseForEachStepWithoutItsArguments() throws IOException {
        assertThat(phases(ReadyPhases.docker, "buildah"))
                .containsExactly(
                        "[1/2] STEP 1/3: FROM",
                        "[1/2] STEP 2/3: COPY",
                        "[1/2] STEP 3/3: ENV",
                        "[2/2] STEP 1/3: FROM",
                        "[2/2] STEP 2/3: COPY",
                        "[2/2] STEP 3/3: LABEL");
        assertThat(phases(ReadyPhases.docker, "docker-buildkit"))
                .containsExactly(
                        "[internal] load",
                        "[tools 1/2] COPY",
                        "[tools 2/2] RUN",
                        "[stage-1 1/4] COPY",
                        "[stage-1 2/4] RUN",
                        "[stage-1 3/4] RUN",
                        "[stage-1 4/4] COPY",
                        "exporting");
    }

    /** A command of its that prints such a line itself, as the fixture's does, cannot be told from a step. */
    @Test
    void docker_hasAPhaseForEachStepOfTheClassicBuilder() throws IOException {
        assertThat(phases(ReadyPhases.docker, "docker-classic"))
                .containsExactly(
                        "Step 1/10 : FROM",
                        "Step 2/10 : COPY",
                        "Step 3/10 : RUN",
                        "Step 4/10 : FROM",
                        "Step 5/10 : COPY",
                        "Step 6/10 : ENV",
                        "Step 7/10 : RUN",
                        "Step 9/9 : done",
                        "Step 8/10 : RUN",
                        "Step 9/10 : COPY",
                        "Step 10/10 : CMD");
    }

    /** As {@link OutputPhases} does it: a line with the name of the running phase goes on with it. */
    private static List<String> phases(ReadyPhases tool, String output) throws IOException {
        PhasePattern pattern = tool.pattern();
        List<String> names = new ArrayList<>();
        try (InputStream text = ReadyPhasesTest.class.getResourceAsStream("phases/" + output + ".txt")) {
            new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> pattern.name(line).stream())
                    .filter(name ->
                            names.isEmpty() || !names.get(names.size() - 1).equals(name))
                    .forEach(names::add);
        }
        return names;
    }
}
