package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.Test;

class MavenScenarioTest {
    private static final Path ROOT = Path.of("/src/shop");

    private final MavenExecutionRequest request =
            new DefaultMavenExecutionRequest().setPom(ROOT.resolve("pom.xml").toFile());

    private String words() {
        return MavenScenario.of(request, ROOT).words();
    }

    @Test
    void scenario_namesGoalsThreadsProfilesAndModules() {
        request.setGoals(List.of("clean", "verify"));
        assertThat(words()).isEqualTo("mvn clean verify");

        request.setDegreeOfConcurrency(4);
        request.setActiveProfiles(List.of("slow", "ci"));
        request.setSelectedProjects(List.of("core", ":web"));
        assertThat(words()).isEqualTo("mvn -T 4 -Pci -Pslow clean verify of core,:web");

        request.setSelectedProjects(List.of("a", "b", "c", "d"));
        request.setExcludedProjects(List.of("e"));
        assertThat(words()).isEqualTo("mvn -T 4 -Pci -Pslow clean verify of 4 modules but e");
    }

    @Test
    void scenario_tellsWhichTestsRanAndNoValues() {
        request.setGoals(List.of("verify"));
        request.getUserProperties().setProperty("token", "swordfish");
        assertThat(words()).isEqualTo("mvn verify");

        request.getUserProperties().setProperty("test", "CartTest");
        assertThat(words()).isEqualTo("mvn verify with some tests");

        request.getUserProperties().setProperty("skipITs", "");
        assertThat(words()).isEqualTo("mvn verify without integration tests");

        request.getUserProperties().setProperty("skipTests", "true");
        assertThat(words()).isEqualTo("mvn verify without tests");

        request.getUserProperties().setProperty("skipTests", "false");
        request.getUserProperties().setProperty("skipITs", "false");
        request.getUserProperties().remove("test");
        assertThat(words()).isEqualTo("mvn verify");
    }

    @Test
    void scenario_ofAFolderWithinNamesIt() {
        request.setPom(ROOT.resolve("core/api/pom.xml").toFile());
        request.setGoals(List.of());

        assertThat(words()).isEqualTo("mvn default goal in core/api");
    }

    @Test
    void scenario_ofABuildThatDownloadsIsAnother() {
        request.setGoals(List.of("verify"));

        assertThat(MavenScenario.of(request, ROOT).complete(false).name()).isEqualTo("mvn verify");
        assertThat(MavenScenario.of(request, ROOT).complete(true).name()).isEqualTo("mvn verify downloading");
    }
}
