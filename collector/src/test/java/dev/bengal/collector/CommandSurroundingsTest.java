package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildId;
import dev.bengal.model.Commit;
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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CommandSurroundingsTest {
    private static final String FIRST = "1111111111111111111111111111111111111111";
    private static final String SECOND = "2222222222222222222222222222222222222222";

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void commit_isTheOneAtTheStart() throws IOException {
        Surroundings.Findings found = findings(git(FIRST), () -> {});

        assertThat(found.commit()).extracting(Commit::hash, Commit::dirty).containsExactly(FIRST, false);
        assertThat(warnings).isEmpty();
    }

    @Test
    void commit_thatChangedMeanwhileCountsAsDirty() throws IOException {
        Path git = git(FIRST);
        Surroundings.Findings found = findings(git, () -> git(SECOND));

        assertThat(found.commit()).extracting(Commit::hash, Commit::dirty).containsExactly(FIRST, true);
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("11111111")
                .contains("22222222")
                .contains("counts as that of a changed tree");
    }

    @Test
    void gitThatHangs_isAskedOnce() throws IOException {
        Path git = script("exec tail -f /dev/null");
        Surroundings.Findings found = findings(git, () -> {});

        assertThat(found.commit()).isNull();
        assertThat(warnings).singleElement().asString().startsWith("git did not answer");
    }

    @Test
    void environment_knowsTheMachineAndNoJvm() throws IOException {
        Surroundings.Findings found = findings(git(FIRST), () -> {});

        assertThat(found.environment().machine().cpuCount()).isPositive();
        assertThat(found.environment().tooling().javaVersion()).isNull();
        assertThat(found.environment().tooling().jvmFlags()).isEmpty();
        assertThat(found.environment().tooling().tool()).isEqualTo("make");
        assertThat(found.environment().fingerprint())
                .isNotEqualTo(Fingerprint.of(found.environment().machine(), JvmTooling.ofThisJvm("make")));
    }

    @Test
    void parentBuild_isTheOneOfTheVariable() throws IOException {
        assertThat(findings(git(FIRST), () -> {}).parentBuild()).isEqualTo(new BuildId("01parent"));
    }

    private Surroundings.Findings findings(Path git, Meanwhile meanwhile) throws IOException {
        CiContext ci = new CiContext(Map.of(CiContext.PARENT_BUILD, "01parent"));
        // A git that answers has minutes, however busy the machine is; the one that hangs is given up at once.
        Duration patience = Files.readString(git).contains("tail") ? Duration.ofMillis(50) : Duration.ofMinutes(2);
        try (Surroundings surroundings = new CommandSurroundings(ci, git.toString(), patience)) {
            surroundings.start(
                    new TrackedBuild("shop", new Scenario("make"), folder, List.of(), "make"), warnings::add);
            meanwhile.run();
            return surroundings.findings();
        }
    }

    /** A git whose work tree is clean and at this commit. */
    private Path git(String hash) throws IOException {
        return script("case \"$*\" in *status*) echo '# branch.oid " + hash
                + "'; echo '# branch.head main';; *) echo 'tree 0'; echo 'committer A <a@b> 1700000000 +0000';; esac");
    }

    private Path script(String line) throws IOException {
        Path draft = Files.writeString(folder.resolve("draft"), "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwx------"));
        return Files.move(draft, folder.resolve("git"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the command does. */
    private interface Meanwhile {
        void run() throws IOException;
    }
}
