package dev.bengal.formats.writing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bengal.formats.FormatsException;
import dev.bengal.model.BuildMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A collector that takes OTLP over HTTP. It is sent what it is named for alone: no redirection is followed. */
public final class OtlpCollector {
    private static final int BUILDS_AT_ONCE = 200;
    private static final int ANSWER_READ = 64 << 10;

    private final URI base;
    private final Map<String, String> headers;
    private final Duration patience;

    /**
     * A collector.
     *
     * @param base such as {@code http://localhost:4318}; {@code /v1/traces} and {@code /v1/metrics} are added
     * @param headers of each request, such as {@code Authorization}; never shown
     * @param patience with one answer
     * @throws FormatsException where the address is none
     */
    public OtlpCollector(URI base, Map<String, String> headers, Duration patience) {
        String scheme = base.getScheme();
        if (!("http".equals(scheme) || "https".equals(scheme)) || base.getHost() == null) {
            throw new FormatsException(
                    "The address of a collector begins with http:// or https:// and names a host, such as http://localhost:4318.");
        }
        if (base.getUserInfo() != null) {
            throw new FormatsException("The address of a collector holds no user name or password; set"
                    + " OTEL_EXPORTER_OTLP_HEADERS to what has to be sent with it.");
        }
        this.base = base;
        this.headers = Map.copyOf(headers);
        this.patience = patience;
    }

    /**
     * Sends builds.
     *
     * @return what the collector said it left out, a sentence each
     * @throws FormatsException where it cannot be reached or refuses; what was sent before may have arrived
     */
    public List<String> send(List<BuildMetrics> builds) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        OtlpWriter writer = new OtlpWriter();
        List<String> rejected = new java.util.ArrayList<>();
        try {
            for (int from = 0; from < builds.size(); from += BUILDS_AT_ONCE) {
                List<BuildMetrics> some = builds.subList(from, Math.min(builds.size(), from + BUILDS_AT_ONCE));
                post(client, "/v1/traces", writer.traces(some)).ifPresent(rejected::add);
                post(client, "/v1/metrics", writer.metrics(some)).ifPresent(rejected::add);
            }
        } catch (IOException e) {
            throw new FormatsException(base + " cannot be reached: " + reason(e) + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FormatsException("Sending to " + base + " was interrupted.", e);
        }
        return rejected;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private Optional<String> post(HttpClient client, String path, String body)
            throws IOException, InterruptedException {
        String root = base.toString().replaceAll("/+$", "");
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create(root + path))
                    .timeout(patience)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
        } catch (IllegalArgumentException e) {
            throw new FormatsException("A header of OTEL_EXPORTER_OTLP_HEADERS is none that can be sent.");
        }
        HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            byte[] said = in.readNBytes(ANSWER_READ);
            if (answer.statusCode() / 100 != 2) {
                throw new FormatsException(
                        root + path + " answered with status " + answer.statusCode() + said(said) + ".");
            }
            return rejection(said).map(message -> root + path + " left something out: " + message);
        }
    }

    private static String said(byte... answer) {
        String text = new String(answer, StandardCharsets.UTF_8)
                .replaceAll("\\p{C}", " ")
                .strip();
        return text.isEmpty() ? "" : ": " + text.substring(0, Math.min(200, text.length()));
    }

    /** The {@code errorMessage} of a partial success; an answer that is no JSON says nothing. */
    private static Optional<String> rejection(byte... answer) {
        try (JsonParser json = new JsonFactory().createParser(answer)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME
                        && json.currentName().equals("errorMessage")
                        && json.nextToken() == JsonToken.VALUE_STRING
                        && !json.getText().isBlank()) {
                    return Optional.of(json.getText().replaceAll("\\p{C}", " "));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
