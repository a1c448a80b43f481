package dev.bengal.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A project of Maven, written into a folder: each module has a class, and two tests of which one is skipped. */
record SampleProject(Path folder) {
    /** What a test does to write down, in the file {@code told}, which build it was told that it is a part of. */
    static final String TELLS_ITS_PARENT = "java.nio.file.Files.writeString(java.nio.file.Path.of(\"told\"),"
            + " System.getProperty(\"bengal.parent-build\", \"nothing\"))";

    private static final String HEAD =
            "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>";
    private static final String PLUGINS = """
            <properties>
              <maven.compiler.release>17</maven.compiler.release>
              <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
            </properties>
            <dependencies><dependency>
              <groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId>
              <version>@junit@</version><scope>test</scope>
            </dependency></dependencies>
            <build><pluginManagement><plugins>
              <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
              <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
              <plugin><artifactId>maven-surefire-plugin</artifactId><version>@surefire@</version></plugin>
            </plugins></pluginManagement></build>
            """;

    /** Without modules. */
    static SampleProject single(Path folder) throws IOException {
        SampleProject project = new SampleProject(folder);
        project.write(
                "pom.xml",
                HEAD + "<groupId>sample</groupId><artifactId>single</artifactId><version>1</version>" + plugins()
                        + "</project>");
        project.sources("", 1);
        return project;
    }

    /** With modules {@code m1}, {@code m2}, ..., each of which needs the one two before it. */
    static SampleProject modules(Path folder, int count) throws IOException {
        SampleProject project = new SampleProject(folder);
        project.write(
                "pom.xml",
                HEAD
                        + "<groupId>sample</groupId><artifactId>all</artifactId><version>1</version><packaging>pom</packaging>"
                        + IntStream.rangeClosed(1, count)
                                .mapToObj(i -> "<module>m" + i + "</module>")
                                .collect(Collectors.joining("", "<modules>", "</modules>"))
                        + plugins() + "</project>");
        for (int i = 1; i <= count; i++) {
            project.write(
                    "m" + i + "/pom.xml",
                    HEAD
                            + "<parent><groupId>sample</groupId><artifactId>all</artifactId><version>1</version></parent><artifactId>m"
                            + i + "</artifactId>" + (i > 2 ? dependency("sample", "m" + (i - 2), "1") : "")
                            + "</project>");
            project.sources("m" + i + "/", i);
        }
        return project;
    }

    private static String plugins() {
        return PLUGINS.replace("@junit@", RealMaven.property("real-maven.junit"))
                .replace("@surefire@", RealMaven.property("real-maven.surefire"));
    }

    private static String dependency(String group, String artifact, String version) {
        return "<dependencies><dependency><groupId>" + group + "</groupId><artifactId>" + artifact
                + "</artifactId><version>" + version + "</version></dependency></dependencies>";
    }

    private void sources(String module, int i) throws IOException {
        write(
                module + "src/main/java/s/A" + i + ".java",
                "package s; public class A" + i + " { public int v() { return " + i + "; } }");
        test(module, i, "assertEquals(" + i + ", new A" + i + "().v())");
    }

    private void test(String module, int i, String body) throws IOException {
        write(
                module + "src/test/java/s/A" + i + "Test.java",
                "package s; import static org.junit.jupiter.api.Assertions.*; import org.junit.jupiter.api.*; class A"
                        + i
                        + "Test { @Test void works() throws Exception { " + body
                        + "; } @Test @Disabled void skipped() {} }");
    }

    /** Puts other words into the only test of a project without modules. */
    SampleProject withTest(String body) throws IOException {
        test("", 1, body);
        return this;
    }

    /** Gives a project without modules a test for Failsafe, which does this, too. */
    SampleProject withIntegrationTest(String body) throws IOException {
        write(
                "src/test/java/s/A1IT.java",
                "package s; import static org.junit.jupiter.api.Assertions.*; import org.junit.jupiter.api.*; class A1IT"
                        + " { @Test void worksTogether() throws Exception { assertEquals(1, new A1().v()); " + body
                        + "; } }");
        return this;
    }

    /** Breaks the class of a project without modules. */
    SampleProject withCompileError() throws IOException {
        write("src/main/java/s/A1.java", "package s; public class A1 { int v() { return nothing; } }");
        return this;
    }

    /** Breaks the class of the module with that number. */
    SampleProject withCompileErrorIn(int module) throws IOException {
        write(
                "m" + module + "/src/main/java/s/A" + module + ".java",
                "package s; public class A" + module + " { int v() { return nothing; } }");
        return this;
    }

    /** Names the recording of tests as a dependency; what it is makes no difference to Maven, and here it is any jar. */
    SampleProject withRecordedTests() throws IOException {
        return withDependency("<groupId>dev.bengal</groupId><artifactId>bengal-junit</artifactId><version>1</version>"
                + "<scope>system</scope><systemPath>" + RealMaven.property("real-maven.jar") + "</systemPath>");
    }

    /** Asks for what no repository has. */
    SampleProject withUnresolvableDependency() throws IOException {
        return withDependency("<groupId>sample.nowhere</groupId><artifactId>missing</artifactId><version>1</version>");
    }

    private SampleProject withDependency(String what) throws IOException {
        Path pom = folder.resolve("pom.xml");
        Files.writeString(
                pom,
                Files.readString(pom).replace("<dependencies>", "<dependencies><dependency>" + what + "</dependency>"));
        return this;
    }

    /** Gives the outermost POM a profile that does nothing. */
    SampleProject withProfile(String id, String property) throws IOException {
        Path pom = folder.resolve("pom.xml");
        String text = Files.readString(pom);
        String profiles =
                text.contains("</profiles>") ? text : text.replace("</project>", "<profiles></profiles></project>");
        Files.writeString(
                pom,
                profiles.replace(
                        "</profiles>",
                        "<profile><id>" + id + "</id><activation><property><name>" + property
                                + "</name></property></activation></profile></profiles>"));
        return this;
    }

    SampleProject withBrokenPom() throws IOException {
        Path pom = folder.resolve("pom.xml");
        Files.writeString(pom, Files.readString(pom).replace("<version>1</version>", ""));
        return this;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
