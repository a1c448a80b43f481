package dev.bengal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    @ParameterizedTest
    @CsvSource({
        "make, make",
        "/usr/bin/python3.11, python3.11",
        "./build.sh, build.sh",
        "g++, g++",
        "C:\\tools\\mvn.cmd, mvn",
        "Setup.EXE, Setup"
    })
    void program_isTheNameWithoutItsFolder(String word, String name) {
        assertThat(command(word, "-x").program()).isEqualTo(name);
    }

    /** A whole line in quotes is no program's name, and what it ends with may be a secret. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy --token=hunter2",
                "curl -H 'X: hunter2' https://host/hunter2",
                "PASSWORD=hunter2",
                "PASSWORD=a/hunter2",
                "user:hunter2",
                "deploy;hunter2",
                "",
                "-",
                "über-hunter2",
                "hunter2hunter2hunter2hunter2hunter2hunter2"
            })
    void program_ofNoPlainWordIsNotTold(String word) {
        assertThat(command(word).program()).isEqualTo("command");
    }

    @Test
    void line_isWhatAShellTakesForTheSameWords() {
        assertThat(command("make", "-j4", "CFLAGS=-O2 -g", "it's", "").line())
                .isEqualTo("make -j4 'CFLAGS=-O2 -g' 'it'\\''s' ''");
    }

    @Test
    void nothing_isNoCommand() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Command(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "mvn verify, mvn verify",
        "/opt/maven/bin/mvn verify -DskipTests, mvn verify",
        "npm run build, npm run",
        "./gradlew :app:build, gradlew",
        "./gradlew build, gradlew build",
        "git -c user.password=hunter2 status, git",
        "mvn -Dpassword=hunter2, mvn",
        "make TOKEN=hunter2, make",
        "make, make",
        "login hunter2, login",
        "./deploy hunter2, deploy",
        "sshpass -p hunter2, sshpass",
        "sh -c hunter2, sh",
        "curl https://user:hunter2@host/, curl",
        "docker hunter2, docker",
        "mvn HUNTER2, mvn"
    })
    void scenario_tellsASubCommandOnlyWhereTheProgramHasThem(String line, String scenario) {
        assertThat(DefaultScenario.of(command(line.split(" "))).name()).isEqualTo(scenario);
    }

    private static Command command(String... words) {
        return new Command(Arrays.asList(words));
    }
}
