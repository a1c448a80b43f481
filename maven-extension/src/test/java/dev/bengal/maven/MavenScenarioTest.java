package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.model.Activation;
import org.apache.maven.model.ActivationProperty;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
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
    void scenario_namesWhatIsLeftOutOrComesIn() {
        request.setGoals(List.of("verify"));
        request.setMakeBehavior(MavenExecutionRequest.REACTOR_MAKE_UPSTREAM);
        assertThat(words()).as("without a selection it means nothing").isEqualTo("mvn verify");

        request.setSelectedProjects(List.of("core"));
        assertThat(words()).isEqualTo("mvn verify of core -am");
        request.setMakeBehavior(MavenExecutionRequest.REACTOR_MAKE_DOWNSTREAM);
        assertThat(words()).isEqualTo("mvn verify of core -amd");
        request.setMakeBehavior(MavenExecutionRequest.REACTOR_MAKE_BOTH);
        assertThat(words()).isEqualTo("mvn verify of core -am -amd");

        request.setSelectedProjects(List.of());
        request.setRecursive(false);
        request.setActiveProfiles(List.of("ci"));
        request.setInactiveProfiles(List.of("slow"));
        assertThat(words()).isEqualTo("mvn -N -P!slow -Pci verify");
    }

    @Test
    void scenario_ofAnotherPomNamesIt() {
        request.setGoals(List.of("verify"));
        request.setPom(ROOT.resolve("other.xml").toFile());
        assertThat(words()).isEqualTo("mvn verify in other.xml");

        request.setPom(ROOT.resolve("core/other.xml").toFile());
        assertThat(words()).isEqualTo("mvn verify in core/other.xml");

        for (String plain : List.of("pom.kts", ".polyglot.pom.kts")) {
            request.setPom(ROOT.resolve(plain).toFile());
            assertThat(words()).isEqualTo("mvn verify");
        }
    }

    @Test
    void scenario_namesProfilesThatAPropertySwitched() {
        MavenProject parent = module(
                "parent",
                profile("dist", "dist", null),
                profile("quick", "!full", null),
                profile("test", "env", "test"),
                profile("plain", "env", "!live"));
        MavenProject core = module("core", profile("docs", "docs", null));
        core.setParent(parent);
        core.setInjectedProfileIds("shop:core:1", List.of());
        core.setInjectedProfileIds("shop:parent:1", List.of("quick", "plain"));
        request.setGoals(List.of("verify"));
        assertThat(words(core)).isEqualTo("mvn verify");

        request.getUserProperties().setProperty("dist", "");
        request.getUserProperties().setProperty("docs", "swordfish");
        request.getUserProperties().setProperty("full", "");
        request.getUserProperties().setProperty("env", "live");
        core.setInjectedProfileIds("shop:core:1", List.of("docs"));
        core.setInjectedProfileIds("shop:parent:1", List.of("dist"));
        assertThat(words(core)).isEqualTo("mvn -P!plain -P!quick -Pdist -Pdocs verify");

        request.setActiveProfiles(List.of("dist"));
        request.addProfile(profile("mine", "env", "live"));
        core.setInjectedProfileIds("external", List.of("mine"));
        assertThat(words(core)).isEqualTo("mvn -P!plain -P!quick -Pdist -Pdocs -Pmine verify");
    }

    private String words(MavenProject module) {
        return MavenScenario.of(request, ROOT)
                .with(PropertyProfiles.of(List.of(module), request))
                .words();
    }

    private static MavenProject module(String name, Profile... profiles) {
        Model model = new Model();
        model.setArtifactId(name);
        model.setProfiles(List.of(profiles));
        MavenProject module = new MavenProject(model);
        module.setOriginalModel(model);
        return module;
    }

    private static Profile profile(String id, String property, @Nullable String value) {
        ActivationProperty condition = new ActivationProperty();
        condition.setName(property);
        condition.setValue(value);
        Activation activation = new Activation();
        activation.setProperty(condition);
        Profile profile = new Profile();
        profile.setId(id);
        profile.setActivation(activation);
        return profile;
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

        assertThat(MavenScenario.of(request, ROOT).complete(false, true).name()).isEqualTo("mvn verify");
        assertThat(MavenScenario.of(request, ROOT).complete(true, true).name()).isEqualTo("mvn verify downloading");
    }
}
