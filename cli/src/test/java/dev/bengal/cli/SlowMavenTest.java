package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * From builds by Maven to levels, from these to a word at the end of the next build, and to the commit that made a goal dear. What is
 * judged by time waits for as long as the level said before, and the rest is judged by what is allocated, so that no busy machine
 * changes the outcome.
 */
@Tag("heavy")
@DisabledOnOs(OS.WINDOWS)
class SlowMavenTest {
    private static final int BEFORE = 15;
    private static final int AFTER = 5;
    private static final int MOST = 40;
    private static final String SCENARIO = "mvn validate";
    private static final String GOAL = "phase.module.core.mojo.enforcer:enforce.allocated_mb";
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>sample</groupId>
              <artifactId>core</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <properties>
                <megabytes>1</megabytes>
                <millis>0</millis>
              </properties>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>maven-enforcer-plugin</artifactId>
                    <version>@enforcer@</version>
                    <executions>
                      <execution>
                        <id>default-enforce</id>
                        <phase>validate</phase>
                        <goals>
                          <goal>enforce</goal>
                        </goals>
                      </execution>
                    </executions>
                    <configuration>
                      <rules>
                        <evaluateBeanshell>
                          <condition>
                            for (int i = 0; i &lt; ${megabytes}; i++) { byte[] one = new byte[1048576]; }
                            Thread.sleep(${millis}L);
                            true
                          </condition>
                        </evaluateBeanshell>
                      </rules>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    @TempDir
    private Path folder;

    private Path project;
    private Terminal terminal;
    private RealMaven maven;

    @BeforeEach
    void project() throws Exception {
        Path home = folder.resolve("home");
        project = Files.createDirectory(folder.resolve("project"));
        terminal = new Terminal(project).with("HOME", home.toString());
        maven = new RealMaven(home, project);
        git("init", "--quiet");
        commit(POM.replace("@enforcer@", RealMaven.property("real-maven.enforcer")));
        Terminal.Run install = terminal.run("perf", "install", "maven");
        assertThat(install.exitCode()).as(install.err()).isZero();
    }

    @Test
    void slowGoal_isSaidAtTheEndOfTheBuildAndBlamedOnItsCommit() throws Exception {
        build(BEFORE);
        double high = usualTime();

        String slow = "-Dmillis=" + (long) (high + 100);
        assertThat(maven.build("validate", slow))
                .singleElement()
                .asString()
                .startsWith("[INFO] Bengal recorded 'mvn validate' (success): ")
                .contains(". Slower than usual: builds take ", ", and hardly one more than ")
                .endsWith(". More: bengal perf show " + latestId());
        assertThat(maven.build("validate", slow, "-Dbengal.quiet")).isEmpty();
        Files.delete(project.resolve(".bengal-metrics/baseline.properties"));
        assertThat(maven.build("validate", slow))
                .singleElement()
                .asString()
                .doesNotContain("usual")
                .endsWith(". More: bengal perf show " + latestId());

        commit(Files.readString(project.resolve("pom.xml")).replace("<megabytes>1<", "<megabytes>64<"));
        build(AFTER);
        assertThat(terminal.run("perf", "compare", "HEAD~1", "HEAD", "--format", "json")
                        .out())
                .containsPattern(regressed(GOAL))
                .containsPattern(regressed("phase.module.core.allocated_mb"));
        Terminal.Run changes = terminal.run("perf", "changes", "--metric", GOAL);
        assertThat(changes.out()
                        .lines()
                        .filter(line -> line.contains("module.core.mojo.enforcer:enforce.allocated_mb")))
                .as(changes.out())
                .singleElement()
                .asString()
                .contains(head("HEAD~1"), head("HEAD"), " worse ");
        Terminal.Run check = terminal.run("perf", "check", "--format", "json");
        assertThat(check.out()).containsPattern(regressed(GOAL));
        assertThat(check.exitCode()).isOne();
    }

    private String latestId() {
        return Records.value(new Records(project).last(), "build_id");
    }

    /** Nothing is claimed while nobody has judged. */
    private void build(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            assertThat(maven.build("validate"))
                    .singleElement()
                    .asString()
                    .startsWith("[INFO] Bengal recorded 'mvn validate' (success): ")
                    .doesNotContain("usual");
        }
    }

    /** The upper end of the band, in milliseconds. Where a machine was so uneven that it has no level, more builds make one. */
    private double usualTime() throws Exception {
        for (int i = BEFORE; i < MOST; i++) {
            Terminal.Run changes = terminal.run("perf", "changes");
            assertThat(changes.exitCode()).as(changes.err()).isZero();
            Properties levels = new Properties();
            try (var file = Files.newBufferedReader(project.resolve(".bengal-metrics/baseline.properties"))) {
                levels.load(file);
            }
            for (Map.Entry<Object, Object> level : levels.entrySet()) {
                String key = level.getKey().toString();
                if (key.contains("|" + SCENARIO + "|") && key.endsWith("|total_duration_ms")) {
                    return Double.parseDouble(level.getValue().toString().split(" ")[2]);
                }
            }
            maven.build("validate");
        }
        throw new AssertionError("no level of time after " + MOST + " builds");
    }

    private static String regressed(String metric) {
        return "\"metric\" : \"" + metric + "\"[^}]*\"verdict\" : \"REGRESSED\"";
    }

    private void commit(String pom) throws Exception {
        Files.writeString(project.resolve("pom.xml"), pom);
        git("add", "pom.xml");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "-m", "Change the build");
    }

    private String head(String revision) throws Exception {
        return git("rev-parse", revision).substring(0, 8);
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        return Git.run(project, arguments);
    }
}
