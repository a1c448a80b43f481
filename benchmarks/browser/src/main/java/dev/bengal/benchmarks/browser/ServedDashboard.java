package dev.bengal.benchmarks.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A {@code bengal perf serve} of its own, which ends with this object. */
final class ServedDashboard implements AutoCloseable {
    private static final int WARM_QUESTIONS = 20;

    private final Process process;
    private final String address;
    private final HttpClient client;
    private final double startMillis;

    private ServedDashboard(Process process, String address, HttpClient client, double startMillis) {
        this.process = process;
        this.address = address;
        this.client = client;
        this.startMillis = startMillis;
    }

    /** Serves the history of a project. */
    static ServedDashboard of(Path project) throws IOException, InterruptedException {
        HttpClient client = usedClient();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Bengal.command(List.of("perf", "-C", project.toString(), "serve", "--port", "0")))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String address = out.readLine();
        if (address == null) {
            throw new IOException(
                    "bengal perf serve ended with " + process.onExit().join().exitValue());
        }
        return new ServedDashboard(process, address, client, (System.nanoTime() - start) / 1e6);
    }

    /** What a client loads for its first question is no part of what the server takes to answer it. */
    private static HttpClient usedClient() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpServer echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try {
            echo.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, 1);
                exchange.getResponseBody().write('.');
                exchange.close();
            });
            echo.start();
            URI address = URI.create("http://127.0.0.1:" + echo.getAddress().getPort() + "/");
            for (int i = 0; i < WARM_QUESTIONS; i++) {
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            }
        } finally {
            echo.stop(0);
        }
        return client;
    }

    /** From the start of its process until it said its address. */
    double startMillis() {
        return startMillis;
    }

    /** Ends with a slash. */
    String address() {
        return address;
    }

    /**
     * Asks the API and waits for the whole answer.
     *
     * @param path behind {@code /api/v1/}
     */
    TimedAnswer ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "api/v1/" + path.replace(" ", "%20")))
                .build();
        long start = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered by " + answer.statusCode() + ": " + answer.body());
        }
        return new TimedAnswer(answer.body(), millis);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }

    /** What came, and how long it took. */
    record TimedAnswer(String body, double millis) {}
}
