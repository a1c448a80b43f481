package dev.bengal.forge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bengal.forge.ForgeException.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForgeClientTest {
    private static final ObjectNode BODY = JsonNodeFactory.instance.objectNode().put("body", "text");

    private final FakeForge forge = new FakeForge();
    private final ForgeClient client = forge.client();

    @AfterEach
    void stop() {
        forge.close();
    }

    /** Answers one after another; the last one again and again. */
    private void answers(String method, ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            var mapping = (method.equals("GET")
                            ? get(anyUrl())
                            : method.equals("POST") ? post(anyUrl()) : patch(anyUrl()))
                    .inScenario("in turn")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willReturn(answers[i]);
            forge.server().stubFor(i == answers.length - 1 ? mapping : mapping.willSetStateTo("after " + (i + 1)));
        }
    }

    private static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status).withBody("{\"message\":\"no\"}");
    }

    private ForgeException failure() {
        ForgeException failure = catchThrowableOfType(ForgeException.class, () -> client.get("/x"));
        assertThat(failure).hasMessageNotContaining("t0ken");
        return failure;
    }

    @Test
    void request_carriesTokenAndJson() {
        answers("POST", okJson("{\"id\":7}").withStatus(201));

        JsonNode made = client.create("/repos/o/r/issues", BODY, Optional::empty);

        assertThat(made.path("id").asInt()).isEqualTo(7);
        forge.server()
                .verify(postRequestedFor(urlEqualTo("/repos/o/r/issues"))
                        .withHeader("Authorization", equalTo("Bearer t0ken-of-a-test"))
                        .withHeader("User-Agent", equalTo("bengal"))
                        .withRequestBody(equalToJson("{\"body\":\"text\"}")));
    }

    @Test
    void failureOfTheServer_isTriedAgainWithLongerPauses() {
        answers("GET", status(502), status(503), aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), okJson("{}"));

        assertThat(client.get("/x").status()).isEqualTo(200);
        assertThat(forge.pauses().seconds()).containsExactly(1L, 2L, 4L);
    }

    @Test
    void failureOfTheServer_thatLastsIsSaid() {
        answers("PATCH", status(500));

        assertThatThrownBy(() -> client.patch("/x", BODY))
                .isInstanceOf(ForgeException.class)
                .hasMessage("127.0.0.1 answered PATCH /x with 500 (no).");
        forge.server().verify(5, patchRequestedFor(urlEqualTo("/x")));
        assertThat(forge.pauses().seconds()).containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    void limit_isWaitedForAsLongAsItSays() {
        answers(
                "GET",
                status(429).withHeader("Retry-After", "7"),
                status(403).withHeader("X-RateLimit-Remaining", "0").withHeader("X-RateLimit-Reset", "1800000020"),
                status(429).withHeader("RateLimit-Reset", "1800000030"),
                okJson("{}"));

        assertThat(client.get("/x").status()).isEqualTo(200);
        // The clock stands at ...000, then ...007, then ...021 (20 and one for other clocks), then ...031.
        assertThat(forge.pauses().seconds()).containsExactly(7L, 14L, 10L);
    }

    @Test
    void limit_withADateOrWithoutAWordIsWaitedFor() {
        answers(
                "GET",
                // 1800000000 is Fri, 15 Jan 2027 08:00:00 GMT.
                status(429).withHeader("Retry-After", "Fri, 15 Jan 2027 08:00:05 GMT"),
                aResponse().withStatus(403).withBody("{\"message\":\"You have exceeded a secondary rate limit.\"}"),
                okJson("{}"));

        client.get("/x");

        assertThat(forge.pauses().seconds()).containsExactly(6L, 60L);
    }

    @Test
    void limit_thatLastsTooLongIsNotWaitedFor() {
        answers("GET", status(429).withHeader("Retry-After", "3600"));

        ForgeException failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.LIMITED);
        assertThat(failure).hasMessageContaining("takes no more requests for 3600 seconds");
        assertThat(forge.pauses().seconds()).isEmpty();
    }

    @Test
    void limit_withAbsurdNumbersIsWaitedForAMinute() {
        answers(
                "GET",
                status(429).withHeader("Retry-After", "99999999999999999999"),
                status(429).withHeader("Retry-After", "-5"),
                status(429).withHeader("X-RateLimit-Reset", "NaN"),
                okJson("{}"));

        client.get("/x");

        assertThat(forge.pauses().seconds()).containsExactly(60L, 60L, 60L);
    }

    @Test
    void refusals_areSaidAtOnce() {
        record Case(int status, Kind kind) {}
        for (Case one : new Case[] {
            new Case(401, Kind.NOT_ALLOWED),
            new Case(403, Kind.NOT_ALLOWED),
            new Case(404, Kind.NOT_ALLOWED),
            new Case(409, Kind.REFUSED),
            new Case(422, Kind.REFUSED)
        }) {
            forge.server().resetAll();
            answers("GET", status(one.status()));

            assertThat(failure().kind()).as("status %d", one.status()).isEqualTo(one.kind());
            forge.server().verify(1, getRequestedFor(urlEqualTo("/x")));
        }
        assertThat(forge.pauses().seconds()).isEmpty();
    }

    @Test
    void creation_isNotDoneTwiceWhereTheAnswerWasLost() {
        answers("POST", status(502));

        JsonNode found = client.create("/x", BODY, () -> Optional.of(BODY));

        assertThat(found).isEqualTo(BODY);
        forge.server().verify(1, postRequestedFor(urlEqualTo("/x")));
    }

    @Test
    void creation_isDoneAgainWhereNothingIsThere() {
        answers("POST", status(502), okJson("{\"id\":1}"));

        assertThat(client.create("/x", BODY, Optional::empty).path("id").asInt())
                .isEqualTo(1);
        forge.server().verify(2, postRequestedFor(urlEqualTo("/x")));
    }

    @Test
    void pages_areAllRead() {
        String next = forge.url() + "/list?per_page=100&page=2";
        forge.server()
                .stubFor(get(urlEqualTo("/list?per_page=100"))
                        .willReturn(okJson("[{\"id\":1},{\"id\":2}]")
                                .withHeader("Link", "<" + next + ">; rel=\"next\", <" + next + ">; rel=\"last\"")));
        forge.server()
                .stubFor(get(urlEqualTo("/list?per_page=100&page=2"))
                        .willReturn(okJson("[{\"id\":3}]")
                                .withHeader("Link", "<" + forge.url() + "/list?page=1>; rel=\"prev\"")));

        assertThat(client.all("/list?per_page=100"))
                .extracting(one -> one.path("id").asInt())
                .containsExactly(1, 2, 3);
    }

    @Test
    void pages_thatNeverEndOrLieElsewhereAreRefused() {
        answers("GET", okJson("[]").withHeader("Link", "<" + forge.url() + "/x>; rel=\"next\""));
        assertThatThrownBy(() -> client.all("/x")).hasMessageContaining("more than 300 pages");

        forge.server().resetAll();
        answers("GET", okJson("[]").withHeader("Link", "<http://localhost:1/x>; rel=\"next\""));
        assertThatThrownBy(() -> client.all("/x")).hasMessageContaining("another server, localhost");
    }

    @Test
    void redirect_onTheSameServerIsFollowedAndElsewhereIsNot() {
        forge.server()
                .stubFor(patch(urlEqualTo("/old"))
                        .willReturn(aResponse().withStatus(307).withHeader("Location", "/new")));
        forge.server().stubFor(patch(urlEqualTo("/new")).willReturn(okJson("{\"id\":5}")));
        assertThat(client.patch("/old", BODY).body().path("id").asInt()).isEqualTo(5);

        answers(
                "GET",
                aResponse()
                        .withStatus(302)
                        .withHeader(
                                "Location", "http://localhost:" + forge.server().port() + "/x"));
        assertThat(failure()).hasMessageContaining("another server, localhost, which is not shown the token");

        forge.server().resetAll();
        answers("GET", aResponse().withStatus(301).withHeader("Location", "/x"));
        assertThat(failure()).hasMessageContaining("in a circle");
    }

    @Test
    void answer_thatIsNoJsonIsRefused() {
        answers("GET", aResponse().withBody("<html>"));
        assertThat(failure().kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
    }

    /** From a plainer server: to hold and to send so much takes the other one seconds. */
    @Test
    void answer_thatIsMuchTooLongIsRefused() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ForgeClientTest::answerTooMuch);
        server.start();
        try {
            ApiAddress address =
                    ApiAddress.parse("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            ForgeClient other = new ForgeClient(address, Optional.empty(), forge.pauses(), forge.pauses());

            assertThatThrownBy(() -> other.get("/x"))
                    .isInstanceOf(ForgeException.class)
                    .hasMessageContaining("longer than 33554432 bytes");
        } finally {
            server.stop(0);
        }
    }

    private static void answerTooMuch(HttpExchange exchange) throws IOException {
        try (OutputStream body = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(200, 0);
            byte[] mebibyte = new byte[1 << 20];
            for (int i = 0; i < 33; i++) {
                body.write(mebibyte);
            }
        }
    }

    @Test
    void message_ofTheForgeIsShortAndPrintable() {
        answers(
                "GET",
                aResponse()
                        .withStatus(422)
                        .withBody("{\"message\":\"a\\u001b[31m\\n::error::" + "x".repeat(9999) + "\"}"));

        assertThat(failure().getMessage()).hasSizeLessThan(300).doesNotContain("\u001b", "\n");
    }

    @Test
    void address_isCheckedAndCredentialIsHidden() {
        for (String bad : new String[] {"ftp://x", "https://u:p@x", "nothing", "https:///x", "https://a b"}) {
            assertThatThrownBy(() -> ApiAddress.parse(bad)).as(bad).isInstanceOf(ForgeException.class);
        }
        assertThat(Credential.bearer("t0ken")).hasToString("Authorization: (secret)");
        assertThatThrownBy(() -> Credential.privateToken("t0\nken"))
                .isInstanceOf(ForgeException.class)
                .hasMessageNotContaining("t0");
    }

    @Test
    void server_thatIsNotThereIsSaid() {
        forge.close();

        assertThat(failure().kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(forge.pauses().seconds()).containsExactly(1L, 2L, 4L, 8L);
    }
}
