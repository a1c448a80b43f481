package dev.bengal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs {@code bengal perf serve} where a {@link TrainingRun} was before, and asks it what its pages ask: the training run for an archive of its
 * own. A server loads twice as many classes as all other commands together, and whoever opens a page waits for them.
 */
public final class ServeTrainingRun {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int PAUSE_MILLIS = 50;
    private static final List<String> QUESTIONS = List.of(
            "/",
            "/api/v1/projects",
            "/api/v1/builds",
            "/api/v1/builds?branch=main",
            "/api/v1/builds/training-30",
            "/api/v1/builds/training-30/stacks",
            "/api/v1/series?metric=total_duration_ms",
            "/api/v1/series?metric=total_duration_ms&limit=100",
            "/api/v1/series?metric=phase.rendering.duration_ms",
            "/api/v1/compare?base=training-20&candidate=training-30",
            "/api/v1/changes",
            "/api/v1/health",
            "/api/v1/selftest");

    private final Path site;
    private final int port;

    private ServeTrainingRun(Path site, int port) {
        this.site = site;
        this.port = port;
    }

    /** Takes the folder of the site and the file that is native of the index. Exits with 0 where every question was answered. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path library = Path.of(arguments[1]).toAbsolutePath();
        System.setProperty("org.sqlite.lib.path", String.valueOf(library.getParent()));
        System.setProperty("org.sqlite.lib.name", String.valueOf(library.getFileName()));
        System.exit(new ServeTrainingRun(Path.of(arguments[0]), freePort()).run());
    }

    private static int freePort() throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }

    private int run() throws IOException, InterruptedException {
        AtomicInteger exit = new AtomicInteger(2);
        Thread server = new Thread(() ->
                exit.set(Main.run(site, "perf", "serve", "-C", site.toString(), "--port", Integer.toString(port))));
        server.start();
        int failures = 0;
        try {
            await(server);
            for (String question : QUESTIONS) {
                failures += isAnswered(question) ? 0 : 1;
            }
        } finally {
            // It takes that for Ctrl-C.
            server.interrupt();
        }
        server.join();
        return failures + exit.get();
    }

    private void await(Thread server) throws IOException, InterruptedException {
        for (int waited = 0; waited < PATIENCE_MILLIS && server.isAlive(); waited += PAUSE_MILLIS) {
            try (Socket connected = connect()) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        throw new IOException("nothing listens at port " + port);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** By hand: what a client loads is of no use to a server. */
    private boolean isAnswered(String question) throws IOException {
        try (Socket socket = connect();
                InputStream in = socket.getInputStream()) {
            String request =
                    "GET " + question + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).startsWith("HTTP/1.1 200 ");
        }
    }
}
