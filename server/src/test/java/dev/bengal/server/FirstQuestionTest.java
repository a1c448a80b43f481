package dev.bengal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FirstQuestionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static List<String> heard(@Nullable String token) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> heard = CompletableFuture.supplyAsync(() -> request(server));
            FirstQuestion.ask(address(server), "/api/v1/projects", token, PATIENCE);
            return heard.get(30, TimeUnit.SECONDS);
        }
    }

    private static URI address(ServerSocket server) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** The lines of the next request, which gets no answer. */
    private static List<String> request(ServerSocket server) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            return in.lines().takeWhile(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void question_namesTheServerAndBringsItsToken() throws Exception {
        assertThat(heard(null))
                .startsWith("GET /api/v1/projects HTTP/1.1")
                .anyMatch(line -> line.matches("Host: 127\\.0\\.0\\.1:\\d+"))
                .endsWith("Connection: close")
                .noneMatch(line -> line.startsWith("Authorization"));
        assertThat(heard("0123456789abcdef")).contains("Authorization: Bearer 0123456789abcdef");
    }

    @Test
    void question_toNobodyIsNoFailure() throws IOException {
        URI address;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = address(server);
        }
        FirstQuestion.ask(address, "/", null, PATIENCE);
    }
}
