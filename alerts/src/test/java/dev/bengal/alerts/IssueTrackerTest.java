package dev.bengal.alerts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.bengal.alerts.IssueTracker.Dialect;
import dev.bengal.forge.ApiAddress;
import dev.bengal.forge.Credential;
import dev.bengal.forge.ForgeClient;
import dev.bengal.model.HistoryEvent.Alerted.Occasion;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssueTrackerTest {
    private static final Alert ALERT = Alert.of(List.of("x"), "docs", "docs: slower", "@all /close");
    private static final String MARKER = "<!-- bengal:alert " + ALERT.id() + " -->";

    private final WireMockServer forge =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        forge.start();
        forge.stubFor(get(urlEqualTo("/user")).willReturn(okJson("{\"login\":\"bot\",\"username\":\"bot\"}")));
    }

    @AfterEach
    void stop() {
        forge.stop();
    }

    private IssueTracker tracker(Dialect dialect) {
        ForgeClient client = new ForgeClient(
                ApiAddress.parse("http://127.0.0.1:" + forge.port()),
                Optional.of(Credential.bearer("t0ken")),
                duration -> {},
                InstantSource.system());
        return new IssueTracker("board", client, dialect, "ada/docs");
    }

    @Test
    void issue_isOpenedWithItsMarkerAndNoMention() throws NotDeliveredException {
        forge.stubFor(get(urlPathEqualTo("/repos/ada/docs/issues")).willReturn(okJson("[]")));
        forge.stubFor(post(anyUrl()).willReturn(okJson("{\"number\":7}").withStatus(201)));

        tracker(Dialect.GITHUB).tell(new Notice(ALERT, Occasion.FIRING));

        forge.verify(postRequestedFor(urlEqualTo("/repos/ada/docs/issues"))
                .withRequestBody(matchingJsonPath("$.title", equalTo("docs: slower")))
                .withRequestBody(matchingJsonPath("$.body", equalTo(MARKER + "\n\n    @all /close"))));
    }

    @Test
    void issue_hasATitleThatTheForgeTakesAndMakesNothingOf() throws NotDeliveredException {
        forge.stubFor(get(urlPathEqualTo("/repos/ada/docs/issues")).willReturn(okJson("[]")));
        forge.stubFor(post(anyUrl()).willReturn(okJson("{\"number\":7}").withStatus(201)));
        Alert loud = Alert.of(List.of("x"), "docs", "@all: see https://evil.example " + "x".repeat(300), "look");

        tracker(Dialect.GITHUB).tell(new Notice(loud, Occasion.FIRING));

        forge.verify(postRequestedFor(urlEqualTo("/repos/ada/docs/issues"))
                .withRequestBody(matchingJsonPath(
                        "$.title", matching("(?=.{200}$)@\u200Ball: see https:\u200B//evil\\.example x+…"))));
    }

    @Test
    void issue_thatIsOpenIsNotOpenedAgainButOneThatAnotherPlantedIsNoneOfOurs() throws NotDeliveredException {
        forge.stubFor(get(urlPathEqualTo("/repos/ada/docs/issues"))
                .willReturn(okJson("[{\"number\":3,\"user\":{\"login\":\"eve\"},\"body\":\"" + MARKER + "\"}]")));
        forge.stubFor(post(anyUrl()).willReturn(okJson("{\"number\":7}").withStatus(201)));
        tracker(Dialect.GITHUB).tell(new Notice(ALERT, Occasion.FIRING));
        forge.verify(1, postRequestedFor(urlEqualTo("/repos/ada/docs/issues")));

        forge.stubFor(get(urlPathEqualTo("/repos/ada/docs/issues"))
                .willReturn(okJson("[{\"number\":7,\"user\":{\"login\":\"bot\"},\"body\":\"" + MARKER + "\"}]")));
        tracker(Dialect.GITHUB).tell(new Notice(ALERT, Occasion.FIRING));
        forge.verify(1, postRequestedFor(urlEqualTo("/repos/ada/docs/issues")));
    }

    @Test
    void issue_isClosedWhenItIsOver() throws NotDeliveredException {
        forge.stubFor(get(urlPathEqualTo("/repos/ada/docs/issues"))
                .willReturn(okJson("[{\"number\":7,\"user\":{\"login\":\"bot\"},\"body\":\"" + MARKER + "\"}]")));
        forge.stubFor(post(anyUrl()).willReturn(okJson("{}").withStatus(201)));
        forge.stubFor(patch(anyUrl()).willReturn(okJson("{}")));

        tracker(Dialect.GITHUB).tell(new Notice(ALERT, Occasion.RESOLVED));

        forge.verify(postRequestedFor(urlEqualTo("/repos/ada/docs/issues/7/comments"))
                .withRequestBody(containing("Resolved: docs: slower")));
        forge.verify(patchRequestedFor(urlEqualTo("/repos/ada/docs/issues/7"))
                .withRequestBody(equalToJson("{\"state\":\"closed\"}")));
    }

    @Test
    void issue_isFoundWithTheTokenOfAWorkflow() throws NotDeliveredException {
        forge.stubFor(get(urlEqualTo("/user")).willReturn(aResponse().withStatus(403)));
        forge.stubFor(post(urlEqualTo("/graphql"))
                .willReturn(okJson("{\"data\":{\"viewer\":{\"login\":\"github-actions[bot]\"}}}")));
        forge.stubFor(get(urlPathEqualTo("/repos/ada/docs/issues"))
                .willReturn(okJson(
                        "[{\"number\":7,\"user\":{\"login\":\"github-actions[bot]\"},\"body\":\"" + MARKER + "\"}]")));

        tracker(Dialect.GITHUB).tell(new Notice(ALERT, Occasion.FIRING));

        forge.verify(0, postRequestedFor(urlEqualTo("/repos/ada/docs/issues")));
    }

    @Test
    void issue_thatCannotBeClosedGetsNoRemark() {
        forge.stubFor(get(urlPathEqualTo("/repos/ada/docs/issues"))
                .willReturn(okJson("[{\"number\":7,\"user\":{\"login\":\"bot\"},\"body\":\"" + MARKER + "\"}]")));
        forge.stubFor(patch(anyUrl()).willReturn(aResponse().withStatus(403)));

        assertThatThrownBy(() -> tracker(Dialect.GITHUB).tell(new Notice(ALERT, Occasion.RESOLVED)))
                .isInstanceOf(NotDeliveredException.class);

        forge.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void issue_ofGitLabIsClosedToo() throws NotDeliveredException {
        forge.stubFor(get(urlPathEqualTo("/projects/ada%2Fdocs/issues"))
                .willReturn(
                        okJson("[{\"iid\":4,\"author\":{\"username\":\"bot\"},\"description\":\"" + MARKER + "\"}]")));
        forge.stubFor(post(anyUrl()).willReturn(okJson("{}").withStatus(201)));
        forge.stubFor(put(anyUrl()).willReturn(okJson("{}")));

        tracker(Dialect.GITLAB).tell(new Notice(ALERT, Occasion.ACKNOWLEDGED));

        forge.verify(postRequestedFor(urlEqualTo("/projects/ada%2Fdocs/issues/4/notes")));
        forge.verify(putRequestedFor(urlEqualTo("/projects/ada%2Fdocs/issues/4"))
                .withRequestBody(equalToJson("{\"state_event\":\"close\"}")));
    }

    @Test
    void forge_thatRefusesWasNotTold() {
        forge.stubFor(get(urlPathEqualTo("/repos/ada/docs/issues"))
                .willReturn(aResponse().withStatus(403).withBody("{}")));

        assertThatThrownBy(() -> tracker(Dialect.GITHUB).tell(new Notice(ALERT, Occasion.FIRING)))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessageNotContaining("t0ken");
    }
}
