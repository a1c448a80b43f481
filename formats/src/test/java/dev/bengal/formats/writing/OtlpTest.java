package dev.bengal.formats.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.bengal.formats.FormatsException;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Builds as traces and gauges, written and sent to a server on this machine. */
class OtlpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BuildMetrics BUILD = SampleBuild.complete();

    private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private OtlpCollector collector() {
        return new OtlpCollector(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base/"),
                Map.of("Authorization", "Bearer s3cret"),
                Duration.ofSeconds(20));
    }

    @Test
    void traces_haveASpanForTheBuildAndEachPhase() throws IOException {
        JsonNode spans =
                JSON.readTree(new OtlpWriter().traces(List.of(BUILD))).at("/resourceSpans/0/scopeSpans/0/spans");

        assertThat(spans).hasSize(1 + BUILD.phases().size());
        Set<String> ids = new HashSet<>();
        for (JsonNode span : spans) {
            assertThat(span.get("traceId").asText())
                    .matches("[0-9a-f]{32}")
                    .isEqualTo(spans.get(0).get("traceId").asText());
            assertThat(span.get("spanId").asText()).matches("[0-9a-f]{16}");
            assertThat(span.has("parentSpanId")).isEqualTo(!ids.isEmpty());
            if (!ids.isEmpty()) {
                assertThat(ids).contains(span.get("parentSpanId").asText());
            }
            assertThat(ids.add(span.get("spanId").asText())).isTrue();
            assertThat(span.get("startTimeUnixNano").isTextual()).isTrue();
            assertThat(span.get("endTimeUnixNano").asLong())
                    .isGreaterThanOrEqualTo(span.get("startTimeUnixNano").asLong());
        }
        assertThat(spans.get(0).get("startTimeUnixNano").asText())
                .isEqualTo(BUILD.timestamp().toEpochMilli() + "000000");
    }

    @Test
    void metrics_haveEveryTotal() throws IOException {
        JsonNode metrics =
                JSON.readTree(new OtlpWriter().metrics(List.of(BUILD))).at("/resourceMetrics/0/scopeMetrics/0/metrics");

        JsonNode duration = metrics.get(0);
        assertThat(duration.get("name").asText()).isEqualTo("bengal.total_duration_ms");
        assertThat(duration.get("unit").asText()).isEqualTo("ms");
        assertThat(duration.at("/gauge/dataPoints/0/asDouble").asDouble())
                .isEqualTo(BUILD.totals().time().wallMillis());
    }

    @Test
    void collector_isSentBothWithTheHeaders() {
        assertThat(collector().send(List.of(BUILD))).isEmpty();

        assertThat(received).hasSize(2);
        assertThat(received.poll())
                .startsWith("POST /base/v1/traces application/json Bearer s3cret {\"resourceSpans\":[");
        assertThat(received.poll())
                .startsWith("POST /base/v1/metrics application/json Bearer s3cret {\"resourceMetrics\":[");
    }

    @Test
    void partialSuccess_isTold() {
        answer = "{\"partialSuccess\":{\"rejectedSpans\":\"2\",\"errorMessage\":\"too\\nold\"}}";

        assertThat(collector().send(List.of(BUILD)))
                .hasSize(2)
                .first()
                .asString()
                .endsWith("left something out: too old");
    }

    @Test
    void refusal_namesStatusAndAnswerButNoSecret() {
        status = 401;
        answer = "who are you";

        assertThatThrownBy(() -> collector().send(List.of(BUILD)))
                .isInstanceOf(FormatsException.class)
                .hasMessageEndingWith("/base/v1/traces answered with status 401: who are you.")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void redirection_isNotFollowed() {
        status = 307;

        assertThatThrownBy(() -> collector().send(List.of(BUILD))).hasMessageContaining("status 307");
        assertThat(received).hasSize(1);
    }

    @Test
    void nobody_isSaidToBeOutOfReach() {
        OtlpCollector collector = collector();
        server.stop(0);

        assertThatThrownBy(() -> collector.send(List.of(BUILD))).hasMessageContaining("cannot be reached");
    }

    @Test
    void address_mustBeOne() {
        for (String address : List.of("localhost:4318", "ftp://host", "http://user:pw@host")) {
            assertThatThrownBy(() -> new OtlpCollector(URI.create(address), Map.of(), Duration.ofSeconds(1)))
                    .isInstanceOf(FormatsException.class)
                    .hasMessageStartingWith("The address of a collector")
                    .hasMessageNotContaining("pw@");
        }
    }
}
