package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code perf install}, {@code uninstall} and {@code doctor} for Maven; the Maven that is asked is a shell script. */
class InstallCommandTest {
    @TempDir
    private Path folder;

    private Path home;
    private Path project;
    private Path jar;
    private Terminal terminal;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        project = Files.createDirectory(folder.resolve("shop"));
        Files.createDirectory(project.resolve(".git"));
        Files.createFile(project.resolve("pom.xml"));
        jar = home.resolve(".local/share/bengal/bengal-maven.jar");
        terminal = new Terminal(project).with("HOME", home.toString()).with("PATH", "/usr/bin:/bin");
    }

    @Test
    void install_registersForTheUserAndUninstallTakesItBack() {
        Terminal.Run run = terminal.run("perf", "install", "maven");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(home.resolve(".mavenrc") + " names " + jar + ".\n");
        assertThat(jar).isRegularFile();
        assertThat(home.resolve(".mavenrc")).content().contains("bengal_jar='" + jar + "'");

        run = terminal.run("perf", "uninstall", "maven");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        home.resolve(".mavenrc") + " is as it was before: not there.",
                        project.resolve(".mvn/maven.config") + " is not there.");
        assertThat(home.resolve(".mavenrc")).doesNotExist();
    }

    @Test
    void install_registersForAProject() {
        Terminal.Run run = terminal.run("perf", "install", "maven", "--project");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(project.resolve(".mvn/maven.config")).hasContent("-Dmaven.ext.class.path=" + jar + "\n");
        assertThat(home.resolve(".mavenrc")).doesNotExist();
    }

    @Test
    void install_findsTheFolderThatMavenReads() throws IOException {
        Files.delete(project.resolve("pom.xml"));
        Path backend = Files.createDirectory(project.resolve("backend"));
        Path core = Files.createDirectory(backend.resolve("core"));
        String line = "-Dmaven.ext.class.path=" + jar + "\n";

        Terminal.Run refused = terminal.in(core).run("perf", "install", "maven", "--project");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains(core + " has no pom.xml, and no folder upward has a .mvn: call this where");
        assertThat(home).isEmptyDirectory();
        assertThat(terminal.in(core)
                        .run("perf", "uninstall", "maven", "--project")
                        .err())
                .isEqualTo(refused.err());

        Files.createFile(core.resolve("pom.xml"));
        Path fromHere = core.resolve(".mvn/maven.config");
        assertThat(terminal.in(core)
                        .run("perf", "install", "maven", "--project")
                        .out())
                .isEqualTo(fromHere + " names " + jar + ".\n");
        assertThat(terminal.in(core)
                        .run("perf", "uninstall", "maven", "--project")
                        .exitCode())
                .isZero();
        assertThat(core.resolve(".mvn")).doesNotExist();

        Files.createDirectory(backend.resolve(".mvn"));
        assertThat(terminal.in(core)
                        .run("perf", "install", "maven", "--project")
                        .exitCode())
                .isZero();
        assertThat(backend.resolve(".mvn/maven.config")).hasContent(line);
        assertThat(terminal.in(core)
                        .run(
                                "perf",
                                "doctor",
                                "maven",
                                "--maven",
                                maven("exit 0").toString())
                        .out())
                .contains(backend.resolve(".mvn/maven.config") + " names " + jar + ".");
        assertThat(terminal.run("perf", "-C", "backend", "uninstall", "maven", "--project")
                        .out())
                .startsWith(backend.resolve(".mvn/maven.config") + " is as it was before");
        assertThat(project).isDirectoryNotContaining("glob:**.mvn");
    }

    /** Older versions registered the jar in the root of the history, whatever Maven reads. */
    @Test
    void uninstall_saysThatTheRootNamesAJarToo() throws IOException {
        terminal.run("perf", "install", "maven", "--project");
        Path backend = Files.createDirectory(project.resolve("backend"));
        Files.createDirectory(backend.resolve(".mvn"));

        Terminal.Run run = terminal.in(backend).run("perf", "uninstall", "maven", "--project");

        assertThat(run.out()).isEqualTo(backend.resolve(".mvn/maven.config") + " is not there.\n");
        assertThat(run.err())
                .isEqualTo(project.resolve(".mvn/maven.config") + " names a jar of Bengal, too: 'bengal perf -C "
                        + project + " uninstall maven --project' takes it out.\n");
        assertThat(terminal.in(backend)
                        .run("perf", "uninstall", "maven", "--user")
                        .err())
                .isEmpty();
        run = terminal.run("perf", "-C", project.toString(), "uninstall", "maven", "--project");
        assertThat(run.out()).startsWith(project.resolve(".mvn/maven.config") + " is as it was before");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void install_leavesNothingWhereTheUsersFileCannotBeWritten() throws IOException {
        Files.createDirectories(home.resolve(".mavenrc/something"));

        Terminal.Run run = terminal.run("perf", "install", "maven");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(home.resolve(".mavenrc") + " cannot be changed: it is not a file that can be written."
                        + " Nothing was installed.");
        assertThat(home).isDirectoryNotContaining(file -> !file.endsWith(".mavenrc"));
    }

    @Test
    void install_takesBackWhatItDidWhereTheNextFileCannotBeWritten() throws IOException {
        Files.writeString(home.resolve(".mavenrc"), "MAVEN_OPTS=-Xmx1g");
        Files.writeString(project.resolve(".mvn"), "in the way");

        Terminal.Run run = terminal.run("perf", "install", "maven", "--user", "--project");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("maven.config cannot be changed: ").contains("Nothing was installed.");
        assertThat(home.resolve(".mavenrc")).hasContent("MAVEN_OPTS=-Xmx1g");
        assertThat(home.resolve(".local")).doesNotExist();
    }

    @Test
    void install_thatFailsKeepsAnEarlierOne() throws IOException {
        terminal.run("perf", "install", "maven");
        Files.writeString(jar, "an older jar");
        String registered = Files.readString(home.resolve(".mavenrc"));
        Files.writeString(project.resolve(".mvn"), "in the way");

        Terminal.Run run = terminal.run("perf", "install", "maven", "--user", "--project");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(jar).hasContent("an older jar");
        assertThat(home.resolve(".mavenrc")).hasContent(registered);
    }

    @Test
    void install_leavesALinkThatLeadsNowhereAsItIs() throws IOException {
        Path target = folder.resolve("mavenrc");
        Files.createSymbolicLink(home.resolve(".mavenrc"), target);
        Files.writeString(project.resolve(".mvn"), "in the way");

        terminal.run("perf", "install", "maven", "--user", "--project");

        assertThat(home.resolve(".mavenrc")).isSymbolicLink();
        assertThat(target).doesNotExist();
    }

    @Test
    void install_leavesNothingWhereTheJarCannotBeWritten() throws IOException {
        Files.writeString(home.resolve(".local"), "in the way");

        Terminal.Run run = terminal.run("perf", "install", "maven");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(jar + " cannot be changed: ").contains("Nothing was installed.");
        assertThat(home.resolve(".mavenrc")).doesNotExist();
    }

    @Test
    void install_refusesAPathThatMavensScriptsWouldSplit() throws IOException {
        Path blank = Files.createDirectory(folder.resolve("my home"));

        Terminal.Run run = terminal.with("HOME", blank.toString()).run("perf", "install", "maven");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("would split the path; set XDG_DATA_HOME");
        assertThat(blank).isEmptyDirectory();
    }

    @Test
    void install_leavesOutAJarThatTheLocaleCannotSay() throws Exception {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "the locale knows all letters");
        Path letters = Files.createDirectory(folder.resolve("Gr\u00f6\u00dfe\u2603"));
        Terminal there = terminal.with("HOME", letters.toString());

        Terminal.Run refused = there.run("perf", "install", "maven", "--project");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("beyond ASCII").contains("use --user");
        assertThat(letters).isEmptyDirectory();

        assertThat(there.run("perf", "install", "maven").exitCode()).isZero();
        assertThat(optionsOfMaven(letters, "C.UTF-8"))
                .contains("/Gr\u00f6\u00dfe\u2603/.local/share/bengal/bengal-maven.jar");
        assertThat(optionsOfMaven(letters, "C")).isEmpty();
    }

    /** What a script like Maven's own takes from the file in the user's home folder. */
    private static String optionsOfMaven(Path home, String locale) throws Exception {
        ProcessBuilder script =
                new ProcessBuilder("/bin/sh", "-c", "cd \"$HOME\" && . ./.mavenrc && printf %s \"${MAVEN_OPTS-}\"");
        script.environment().putAll(Map.of("HOME", home.toString(), "LC_ALL", locale));
        script.environment().remove("MAVEN_OPTS");
        Process process = script.redirectErrorStream(true).start();
        String options = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(options).isZero();
        return options;
    }

    @Test
    void install_needsATool() {
        Terminal.Run run = terminal.run("perf", "install", "ant");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("maven");
    }

    @Test
    void doctor_saysWhichJarIsActive() throws IOException {
        terminal.run("perf", "install", "maven");
        Path mvn = maven(versionWith("17.0.15") + "echo '[INFO] Bengal probe: active from " + jar + "'");

        Terminal.Run run = terminal.run("perf", "doctor", "maven", "--maven", mvn.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        home.resolve(".mavenrc") + " names " + jar + ".",
                        project.resolve(".mvn/maven.config") + " is not there.",
                        "Maven 3.9.11 (/opt/maven, Java 17.0.15) loads Bengal: active from " + jar + ".");
    }

    private static String versionWith(String java) {
        return """
                echo 'Apache Maven 3.9.11 (3e54c93a704957b63ee3494413a2b544fd3d825b)'
                echo 'Maven home: /opt/maven'
                echo 'Java version: %s, vendor: Debian, runtime: /usr/lib/jvm/java'
                echo 'Default locale: en, platform encoding: UTF-8'
                echo 'OS name: "linux", version: "6.1", arch: "amd64", family: "unix"'
                """.formatted(java);
    }

    @Test
    void doctor_saysThatTheJavaIsTooOld() throws IOException {
        terminal.run("perf", "install", "maven");
        for (String java : List.of("1.8.0_392", "11.0.21")) {
            Path mvn = maven(versionWith(java) + "echo '[INFO] BUILD SUCCESS'");

            Terminal.Run run = terminal.run("perf", "doctor", "maven", "--maven", mvn.toString());

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out())
                    .contains(
                            "No jar of Bengal is active in Maven 3.9.11 (/opt/maven, Java " + java + "). The jar needs"
                                    + " Java 17, and the lines in ~/.mavenrc register it for no older one.");
        }
    }

    @Test
    void doctor_saysWhyNoneIs() throws IOException {
        Path mvn = maven("echo '[INFO] BUILD SUCCESS'");

        Terminal.Run none = terminal.run("perf", "doctor", "maven", "--maven", mvn.toString());
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.out())
                .contains("No jar of Bengal is active in Maven. 'bengal perf install maven' registers one.");

        terminal.run("perf", "install", "maven");
        Terminal.Run skipped =
                terminal.with("MAVEN_SKIP_RC", "1").run("perf", "doctor", "maven", "--maven", mvn.toString());
        assertThat(skipped.out()).contains("MAVEN_SKIP_RC is set");

        Terminal.Run broken = terminal.run(
                "perf", "doctor", "maven", "--maven", maven("echo oh; exit 3").toString());
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.out())
                .contains("Whether Maven loads Bengal could not be tried: the probe build failed with exit code 3:\noh")
                .doesNotContain("No jar of Bengal is active");

        Terminal.Run missing = terminal.run(
                "perf", "doctor", "maven", "--maven", folder.resolve("no").toString());
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("The probe build with '" + folder.resolve("no") + "' did not work");
    }

    @Test
    void doctor_triesTheSettingsOfTheProjectAndLeavesNoTrace() throws IOException {
        Files.createDirectories(project.resolve(".mvn/parts"));
        Files.writeString(project.resolve(".mvn/maven.config"), "-T2\n");
        Files.writeString(project.resolve(".mvn/parts/settings.xml"), "<settings/>\n");
        Path mvn = maven("cat .mvn/maven.config .mvn/parts/settings.xml pom.xml > " + folder.resolve("seen")
                + "; pwd > " + folder.resolve("where"));

        terminal.run("perf", "doctor", "maven", "--maven", mvn.toString());

        assertThat(folder.resolve("seen")).content().startsWith("-T2\n<settings/>\n<project");
        assertThat(Path.of(Files.readString(folder.resolve("where")).strip())).doesNotExist();
        assertThat(project.resolve(".bengal-metrics")).doesNotExist();
    }

    @Test
    void doctor_followsTheLinksOfTheSettings() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.writeString(shared.resolve("maven.config"), "-T2\n");
        Files.createSymbolicLink(shared.resolve("round"), shared);
        Files.createSymbolicLink(project.resolve(".mvn"), shared);

        terminal.run(
                "perf",
                "doctor",
                "maven",
                "--maven",
                maven("cat .mvn/maven.config > " + folder.resolve("seen")).toString());

        assertThat(folder.resolve("seen")).hasContent("-T2\n");
    }

    @Test
    void doctor_saysThatSettingsCannotBeRead() throws IOException {
        Path secret = Files.createDirectories(project.resolve(".mvn/secret"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(secret), "root may read everything");

        Terminal.Run run = terminal.run(
                "perf", "doctor", "maven", "--maven", maven("exit 0").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(" did not work: " + secret + ": permission denied. ");
    }

    @Test
    void doctor_findsAWrapperWhereItsUserIs() throws IOException {
        Path below = Files.createDirectory(project.resolve("core"));
        Files.move(maven("echo '[INFO] Bengal probe: active from it'"), project.resolve("mvnw"));

        Terminal.Run run = terminal.in(below).run("perf", "doctor", "maven", "--maven", "../mvnw");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Maven loads Bengal: active from it.");
    }

    private Path maven(String script) throws IOException {
        Path file = Files.createTempFile(folder, "mvn", "");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
