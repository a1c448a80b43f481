package dev.bengal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSettingsTest {
    @TempDir
    private Path home;

    private Path project;
    private Path module;
    private final Map<String, String> parameters = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(home.resolve("shop"));
        module = Files.createDirectories(project.resolve("parts/catalog"));
    }

    @Test
    void folderWithoutBengal_isNotRecorded() {
        assertThat(settings()).isEmpty();
    }

    @Test
    void folderWithAHistoryUpward_isRecorded() throws IOException {
        Files.createDirectories(project.resolve(".bengal-metrics"));

        RunSettings found = settings().orElseThrow();
        assertThat(found.metrics()).isEqualTo(project.resolve(".bengal-metrics"));
        assertThat(found.root()).isEqualTo(project);
        assertThat(found.project()).isEqualTo("shop");
        assertThat(found.scenario().name()).isEqualTo("junit parts/catalog");
    }

    @Test
    void configuration_namesFolderAndProject() throws IOException {
        Files.writeString(project.resolve("bengal.toml"), """
                dir = "not this one"
                [site]
                project = "nor this"
                [perf] # this
                dir = "kept"   # from the root
                project = 'The Shop'
                """);

        assertThat(settings().orElseThrow().metrics()).isEqualTo(project.resolve("kept"));
        assertThat(settings().orElseThrow().project()).isEqualTo("The Shop");
    }

    @Test
    void historyBeyondTheRepository_isNotOurs() throws IOException {
        Files.createDirectories(project.resolve(".bengal-metrics"));
        Files.createFile(module.resolve(".git"));

        assertThat(settings()).isEmpty();
    }

    @Test
    void historyInTheHomeFolder_isNotOurs() throws IOException {
        Files.createDirectories(home.resolve(".bengal-metrics"));

        assertThat(settings()).isEmpty();
    }

    @Test
    void switchedOn_itRecordsInTheRepository() throws IOException {
        Files.createDirectories(project.resolve(".git"));
        parameters.put("bengal.junit.enabled", "true");

        assertThat(settings().orElseThrow().metrics()).isEqualTo(project.resolve(".bengal-metrics"));
    }

    @Test
    void switchedOff_itRecordsNowhere() throws IOException {
        Files.createDirectories(project.resolve(".bengal-metrics"));
        variables.put("BENGAL_METRICS_DIR", "kept");
        parameters.put("bengal.junit.enabled", "false");

        assertThat(settings()).isEmpty();
    }

    @Test
    void parameter_coversTheVariableAndThatTheConfiguration() throws IOException {
        Files.writeString(project.resolve("bengal.toml"), "[perf]\ndir = \"configured\"\n");
        variables.put("BENGAL_METRICS_DIR", "variable");
        assertThat(settings().orElseThrow().metrics()).isEqualTo(module.resolve("variable"));

        parameters.put("bengal.junit.metrics-dir", "../given");
        parameters.put("bengal.junit.project", "named");
        parameters.put("bengal.junit.scenario", "slow tests");
        RunSettings found = settings().orElseThrow();
        assertThat(found.metrics()).isEqualTo(project.resolve("parts/given"));
        assertThat(found.project()).isEqualTo("named");
        assertThat(found.scenario().name()).isEqualTo("slow tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "it.test", "groups", "excludedGroups"})
    void selectionOfTheTests_isAScenarioOfItsOwn(String property) throws IOException {
        Files.createDirectories(module.resolve(".bengal-metrics"));
        parameters.put(property, "Catalog");

        assertThat(settings().orElseThrow().scenario().name()).isEqualTo("junit selection");
    }

    private Optional<RunSettings> settings() {
        return RunSettings.of(key -> Optional.ofNullable(parameters.get(key)), variables, module, home);
    }
}
