package dev.bengal.cli.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {
    private static final Path JAR = Path.of("/data/bengal/bengal-maven.jar");
    private static final Path NEWER = Path.of("/other/bengal/bengal-maven.jar");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "MAVEN_OPTS=-Xmx1g\n",
                "MAVEN_OPTS=-Xmx1g",
                "MAVEN_OPTS=-Xmx1g\n\n",
                "-T 2\n-Dmaven.ext.class.path=/their/own.jar\n-ntp",
                "-Dmaven.ext.class.path=/their/own.jar",
                "-T 2 -Dmaven.ext.class.path=/their/own.jar -ntp\r\n",
                "# -Dmaven.ext.class.path=/their/own.jar\n-ntp\n",
                "MAVEN_OPTS=\"-Xmx1g\" # ours\r\n# more",
                "# caf\u00e9 \u00ff\r\n"
            })
    void file_isRestoredToTheByte(String before) throws IOException {
        for (Registration registration :
                List.of(Registration.ofUser(folder), Registration.ofProject(new MavenFolder(folder)))) {
            Files.createDirectories(registration.file().getParent());
            byte[] bytes = before.getBytes(StandardCharsets.ISO_8859_1);
            Files.write(registration.file(), bytes);

            registration.add(JAR);
            assertThat(registration.jar()).contains(JAR);
            registration.add(NEWER);
            assertThat(registration.jar()).contains(NEWER);

            assertThat(registration.remove()).isTrue();
            assertThat(Files.readAllBytes(registration.file())).isEqualTo(bytes);
            assertThat(registration.remove()).isFalse();
            assertThat(Files.readAllBytes(registration.file())).isEqualTo(bytes);
        }
    }

    @Test
    void file_thatWasNotThereGoesAgain() throws IOException {
        for (Registration registration :
                List.of(Registration.ofUser(folder), Registration.ofProject(new MavenFolder(folder)))) {
            registration.add(JAR);
            registration.add(JAR);
            assertThat(registration.file()).exists();
            assertThat(registration.remove()).isTrue();
            assertThat(registration.file()).doesNotExist();
            assertThat(registration.remove()).isFalse();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasAddedSince_stays() throws IOException {
        Registration user = Registration.ofUser(folder);
        user.add(JAR);
        Files.writeString(user.file(), Files.readString(user.file()) + "JAVA_HOME=/jdk\n");
        assertThat(user.remove()).isTrue();
        assertThat(user.file()).hasContent("JAVA_HOME=/jdk\n");

        Registration project = Registration.ofProject(new MavenFolder(folder));
        project.add(JAR);
        Files.writeString(project.file(), Files.readString(project.file()) + "-T 2\n");
        assertThat(project.remove()).isTrue();
        assertThat(project.file()).hasContent("-T 2\n");
    }

    @Test
    void whatAnotherEditorSaved_isStillFound() throws IOException {
        for (String before : List.of("", "-ntp", "-ntp\n")) {
            for (Registration registration :
                    List.of(Registration.ofUser(folder), Registration.ofProject(new MavenFolder(folder)))) {
                Files.createDirectories(registration.file().getParent());
                Files.writeString(registration.file(), before);
                registration.add(JAR);
                Files.writeString(
                        registration.file(),
                        Files.readString(registration.file()).replace("\n", "\r\n"));

                assertThat(registration.jar()).contains(JAR);
                assertThat(registration.remove()).isTrue();
                assertThat(registration.file()).hasContent(before.replace("\n", "\r\n"));
            }
        }
    }

    @Test
    void mavenConfig_isFoundWhereverItsUserMovedIt() throws IOException {
        Registration project = Registration.ofProject(new MavenFolder(folder));
        Files.createDirectory(folder.resolve(".mvn"));

        assertThat(removed(project, "-Dmaven.ext.class.path=/a.jar:" + JAR + "\n"))
                .isEqualTo("-Dmaven.ext.class.path=/a.jar\n");
        assertThat(removed(project, "-Dmaven.ext.class.path=/a.jar:" + JAR + ":/b.jar\n"))
                .isEqualTo("-Dmaven.ext.class.path=/a.jar:/b.jar\n");
        assertThat(removed(project, "-T 2 -Dmaven.ext.class.path=" + JAR + "\n-ntp\n"))
                .isEqualTo("-T 2 \n-ntp\n");
    }

    private static String removed(Registration project, String registered) throws IOException {
        Files.writeString(project.file(), registered);
        assertThat(project.remove()).isTrue();
        return Files.readString(project.file());
    }

    @Test
    void jar_mayHaveAnyLettersThatTheSystemKnows() throws Exception {
        String letters = Charset.forName(System.getProperty("sun.jnu.encoding"))
                        .newEncoder()
                        .canEncode("\u00fc\u0142")
                ? "\u00fc\u0142"
                : "plain";
        Path jar = Path.of("/data/" + letters + "/bengal-maven.jar");
        for (Registration registration :
                List.of(Registration.ofUser(folder), Registration.ofProject(new MavenFolder(folder)))) {
            registration.add(jar);

            assertThat(registration.jar()).contains(jar);
            assertThat(Files.readAllBytes(registration.file()))
                    .containsSequence(jar.toString().getBytes(Charset.forName(System.getProperty("sun.jnu.encoding"))));
            assertThat(registration.remove()).isTrue();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void symbolicLink_staysOne() throws IOException {
        Path real = Files.writeString(folder.resolve("dotfiles"), "MAVEN_OPTS=-Xmx1g\n");
        Files.createSymbolicLink(folder.resolve(".mavenrc"), real);

        Registration.ofUser(folder).add(JAR);

        assertThat(folder.resolve(".mavenrc")).isSymbolicLink();
        assertThat(real).content().startsWith("MAVEN_OPTS=-Xmx1g\n# >>> Bengal");
    }

    @Test
    void mavenrc_addsToWhatAShellHasAlready() throws Exception {
        Registration.ofUser(folder).add(JAR);

        assertThat(options("")).isEqualTo("-Dmaven.ext.class.path=" + JAR);
        assertThat(options("-Xmx1g")).isEqualTo("-Xmx1g -Dmaven.ext.class.path=" + JAR);
        assertThat(options("-Dmaven.ext.class.path=/their/own.jar -Xmx1g"))
                .isEqualTo("-Dmaven.ext.class.path=" + JAR + ":/their/own.jar -Xmx1g");
    }

    @Test
    void mavenrc_registersNothingWithAnOlderJava() throws Exception {
        Registration.ofUser(folder).add(JAR);
        Path java = Files.createDirectory(folder.resolve("java"));

        for (String version : List.of("1.8.0_392", "11.0.21", "16")) {
            Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
            assertThat(options("-Xmx1g", java)).isEqualTo("-Xmx1g");
        }
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"25\"\n");
        assertThat(options("", java)).isEqualTo("-Dmaven.ext.class.path=" + JAR);
    }

    /** As behind the scripts of asdf and jenv, and with the JRE of some distributions. */
    @Test
    void mavenrc_asksAJavaThatHasNoReleaseFile() throws Exception {
        Registration.ofUser(folder).add(JAR);
        Path java = Files.createDirectory(folder.resolve("java"));
        Files.createDirectory(java.resolve("bin"));

        assertThat(options("-Xmx1g", java)).as("no Java at all").isEqualTo("-Xmx1g");
        program(java, "openjdk version \"17.0.15\" 2025-04-15");
        assertThat(options("", java)).isEqualTo("-Dmaven.ext.class.path=" + JAR);
        program(java, "Picked up JAVA_TOOL_OPTIONS: -Dx=1\njava version \"25-ea\" 2025-09-16");
        assertThat(options("", java)).isEqualTo("-Dmaven.ext.class.path=" + JAR);
        for (String old : List.of("openjdk version \"1.8.0_392\"", "openjdk version \"11.0.21\"", "something else")) {
            program(java, old);
            assertThat(options("-Xmx1g", java)).as(old).isEqualTo("-Xmx1g");
        }
    }

    /** Of which no file tells the version: to ask the stub itself would start the Java. */
    @Test
    void mavenrc_findsTheJavaThatMacOsStarts() throws Exception {
        Registration user = Registration.ofUser(folder);
        user.add(JAR);
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path java = Files.createDirectory(folder.resolve("java"));
        Path stub = script(bin.resolve("java"), "touch " + folder.resolve("started"));
        Path home = script(folder.resolve("java_home"), "echo " + java);
        Files.writeString(
                user.file(),
                Files.readString(user.file())
                        .replace("/usr/bin/java", stub.toString())
                        .replace("/usr/libexec/java_home", home.toString()));

        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"21.0.2\"\n");
        assertThat(options("", "", bin + ":/usr/bin:/bin")).isEqualTo("-Dmaven.ext.class.path=" + JAR);
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"1.8.0_392\"\n");
        assertThat(options("", "", bin + ":/usr/bin:/bin")).isEmpty();
        assertThat(folder.resolve("started")).doesNotExist();
    }

    private static void program(Path java, String words) throws IOException {
        script(java.resolve("bin/java"), "cat >&2 <<END\n" + words + "\nEND");
    }

    private static Path script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void mavenConfig_hasOneClassPathOnly() throws IOException {
        Registration project = Registration.ofProject(new MavenFolder(folder));
        Files.createDirectory(folder.resolve(".mvn"));
        Files.writeString(project.file(), "-T 2\n-Dmaven.ext.class.path=/their/own.jar\n");

        project.add(JAR);

        assertThat(project.file()).hasContent("-T 2\n-Dmaven.ext.class.path=" + JAR + ":/their/own.jar\n");
    }

    private String options(String before) throws IOException, InterruptedException {
        return options(before, Path.of(System.getProperty("java.home")));
    }

    private String options(String before, Path java) throws IOException, InterruptedException {
        return options(before, java.toString(), System.getenv("PATH"));
    }

    private String options(String before, String javaHome, String path) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(
                "sh",
                "-eu",
                "-c",
                ". \"$1\"; printf %s \"${MAVEN_OPTS-}\"",
                "sh",
                folder.resolve(".mavenrc").toString());
        shell.environment().remove("MAVEN_OPTS");
        shell.environment().put("JAVA_HOME", javaHome);
        shell.environment().put("PATH", path);
        if (!before.isEmpty()) {
            shell.environment().put("MAVEN_OPTS", before);
        }
        Process process = shell.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
