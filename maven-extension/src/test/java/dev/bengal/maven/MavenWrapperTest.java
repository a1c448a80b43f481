package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds by {@code ./mvnw}, which fetches its Maven from a server of the test: the real script and the real Maven. */
@Tag("heavy")
class MavenWrapperTest {
    @TempDir
    private Path temporary;

    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String distribution;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        distribution = "http://127.0.0.1:" + server.getAddress().getPort() + "/apache-maven-3.9.11-bin.zip";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        Path file = Path.of(RealMaven.property("real-maven.wrapped"), name);
        fetched.add(name);
        exchange.sendResponseHeaders(200, Files.size(file));
        try (exchange) {
            Files.copy(file, exchange.getResponseBody());
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void build_isRecordedWhereTheProjectHasTheJar() throws Exception {
        Path home = temporary.resolve("home");
        WrappedProject project = WrappedProject.of(
                        SampleProject.modules(Files.createDirectory(temporary.resolve("project")), 2),
                        home,
                        distribution)
                .installed();

        RealMaven.Run first = project.run("compile");
        RealMaven.Run second = project.run("compile");

        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("Bengal recorded 'mvn compile' (success): ");
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(second.history().builds()).hasSize(2);
        MavenHistory history = second.history();
        assertThat(history.last().path("environment").path("tool").asText()).isEqualTo("maven 3.9.11");
        assertThat(history.phases()).contains("module.m1.mojo.compiler:compile", "module.m2.mojo.compiler:compile");
        assertThat(fetched).as("the wrapper fetched its Maven once").hasSize(1);
        assertThat(home.resolve("wrapper/dists/apache-maven-3.9.11")).isDirectory();
    }

    @Test
    void build_isNotRecordedWhereNothingWasInstalled() throws Exception {
        WrappedProject project = WrappedProject.of(
                SampleProject.single(Files.createDirectory(temporary.resolve("project"))),
                temporary.resolve("home"),
                distribution);

        RealMaven.Run run = project.run("process-resources");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).doesNotContain("Bengal");
        assertThat(project.folder().resolve(".bengal-metrics")).doesNotExist();
    }
}
