package dev.bengal.forge.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.bengal.forge.ApiAddress;
import dev.bengal.forge.Change;
import dev.bengal.forge.CommentBoard;
import dev.bengal.forge.CommentBoard.Posting;
import dev.bengal.forge.CommentMarker;
import dev.bengal.forge.FakeForge;
import dev.bengal.forge.ForgeClient;
import dev.bengal.forge.ForgeException;
import dev.bengal.forge.ForgeException.Kind;
import dev.bengal.forge.Recorded;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitHubTest {
    private static final CommentMarker MARKER = CommentMarker.of("till", "site full", "desk");
    private static final Change CHANGE = new Change(12, "2222222222222222222222222222222222222222", "main");
    private static final String COMMENTS = "/repos/shop/till/issues/12/comments";

    private final FakeForge forge = new FakeForge();

    @BeforeEach
    void tokenOfAWorkflow() {
        forge.server()
                .stubFor(get("/user")
                        .willReturn(aResponse()
                                .withStatus(403)
                                .withBody("{\"message\":\"Resource not accessible by integration\"}")));
        forge.server()
                .stubFor(post("/graphql")
                        .willReturn(okJson("{\"data\":{\"viewer\":{\"login\":\"github-actions[bot]\"}}}")));
    }

    @AfterEach
    void stop() {
        forge.close();
    }

    private GitHub gitHub(String event, JsonNode payload) {
        return new GitHub(forge.client(), new GitHubRun("shop/till", event, payload));
    }

    private GitHub ofPullRequest() {
        return gitHub("pull_request", Recorded.json("github/pull-request.json"));
    }

    private Posting keep(String text) {
        return new CommentBoard(ofPullRequest()).keep(CHANGE, MARKER, text);
    }

    private void pages(String first, String second) {
        String next = forge.url() + COMMENTS + "?per_page=100&page=2";
        forge.server()
                .stubFor(get(urlEqualTo(COMMENTS + "?per_page=100"))
                        .willReturn(okJson(first)
                                .withHeader("Link", "<" + next + ">; rel=\"next\", <" + next + ">; rel=\"last\"")));
        forge.server()
                .stubFor(get(urlEqualTo(COMMENTS + "?per_page=100&page=2")).willReturn(okJson(second)));
    }

    @Test
    void change_ofAPullRequestIsItsHeadAndNotTheMerge() {
        assertThat(ofPullRequest().change()).contains(CHANGE);
        assertThat(gitHub("push", Recorded.json("github/pull-request.json")).change())
                .isEmpty();
    }

    @Test
    void change_ofAForkIsFoundByBranchAndCommitOfTheEvent() {
        forge.server()
                .stubFor(get(urlPathEqualTo("/repos/shop/till/pulls"))
                        .withQueryParam("head", equalTo("fork:fast"))
                        .withQueryParam("state", equalTo("open"))
                        .willReturn(okJson(Recorded.text("github/pulls.json"))));

        // 11 has another commit, 13 comes from another repository of the same name's owner.
        assertThat(gitHub("workflow_run", Recorded.json("github/workflow-run.json"))
                        .change())
                .contains(CHANGE);
    }

    @Test
    void change_ofAForkThatMovedOnIsNone() {
        forge.server()
                .stubFor(get(urlPathEqualTo("/repos/shop/till/pulls"))
                        .willReturn(okJson(Recorded.text("github/pulls.json").replace("2222", "4444"))));

        assertThat(gitHub("workflow_run", Recorded.json("github/workflow-run.json"))
                        .change())
                .isEmpty();
    }

    @Test
    void change_ofARunOfAPushIsNone() {
        ObjectNode payload = (ObjectNode) Recorded.json("github/workflow-run.json");
        ((ObjectNode) payload.path("workflow_run")).put("event", "push");

        assertThat(gitHub("workflow_run", payload).change()).isEmpty();
    }

    @Test
    void branch_withAHostileNameStaysAParameter() {
        ObjectNode payload = (ObjectNode) Recorded.json("github/workflow-run.json");
        ((ObjectNode) payload.path("workflow_run")).put("head_branch", "a&state=closed#/../x");
        forge.server()
                .stubFor(get(urlPathEqualTo("/repos/shop/till/pulls"))
                        .withQueryParam("head", equalTo("fork:a&state=closed#/../x"))
                        .withQueryParam("state", equalTo("open"))
                        .willReturn(okJson("[]")));

        assertThat(gitHub("workflow_run", payload).change()).isEmpty();
    }

    @Test
    void event_thatIsNoneIsRefused() {
        ObjectNode payload = (ObjectNode) Recorded.json("github/workflow-run.json");
        ((ObjectNode) payload.at("/workflow_run/head_repository")).put("full_name", "../../etc");

        assertThatThrownBy(() -> gitHub("workflow_run", payload).change())
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("neither repository nor branch");
        assertThatThrownBy(() -> new GitHubRun("../x", "push", payload)).isInstanceOf(ForgeException.class);
        assertThatThrownBy(() -> gitHub("pull_request", payload).change())
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("no change that can be");
    }

    @Test
    void comment_isMadeWhereNoneIsThere() {
        pages("[]", "[]");
        forge.server().stubFor(post(COMMENTS).willReturn(okJson("{\"id\":9}").withStatus(201)));

        assertThat(keep("text")).isEqualTo(Posting.CREATED);
        forge.server()
                .verify(postRequestedFor(urlEqualTo(COMMENTS))
                        .withRequestBody(equalToJson("{\"body\":\"" + MARKER.line() + "\\ntext\"}")));
    }

    @Test
    void comment_isUpdatedOnWhateverPageItIsAndNeverThatOfAnotherAuthor() {
        pages(Recorded.text("github/comments-1.json", MARKER), Recorded.text("github/comments-2.json", MARKER));
        forge.server().stubFor(patch(anyUrl()).willReturn(okJson("{\"id\":2001}")));

        assertThat(keep("text")).isEqualTo(Posting.UPDATED);
        forge.server().verify(1, patchRequestedFor(anyUrl()));
        forge.server()
                .verify(patchRequestedFor(urlEqualTo("/repos/shop/till/issues/comments/2001"))
                        .withRequestBody(equalToJson("{\"body\":\"" + MARKER.line() + "\\ntext\"}")));
    }

    @Test
    void comment_withAPlantedMarkerAloneIsLeftAndAnotherIsMade() {
        pages(Recorded.text("github/comments-1.json", MARKER), "[]");
        forge.server().stubFor(post(COMMENTS).willReturn(okJson("{\"id\":9}").withStatus(201)));

        assertThat(keep("text")).isEqualTo(Posting.CREATED);
        forge.server().verify(0, patchRequestedFor(anyUrl()));
    }

    @Test
    void comment_thatSaysTheSameIsLeft() {
        pages("[]", Recorded.text("github/comments-2.json", MARKER));

        assertThat(keep("**No action needed.** An older verdict.\n")).isEqualTo(Posting.UNCHANGED);
        forge.server().verify(0, patchRequestedFor(anyUrl()));
    }

    @Test
    void comment_ofAnotherScenarioIsAnother() {
        pages("[]", Recorded.text("github/comments-2.json", CommentMarker.of("till", "site fast", "desk")));
        forge.server().stubFor(post(COMMENTS).willReturn(okJson("{\"id\":9}").withStatus(201)));

        assertThat(keep("text")).isEqualTo(Posting.CREATED);
        // Where one name ends and the next begins is part of the key.
        assertThat(CommentMarker.of("a", "bc", "d")).isNotEqualTo(CommentMarker.of("ab", "c", "d"));
    }

    @Test
    void comment_whoseAnswerWasLostIsNotMadeTwice() {
        forge.server()
                .stubFor(get(urlEqualTo(COMMENTS + "?per_page=100"))
                        .inScenario("lost")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(okJson("[]")));
        forge.server()
                .stubFor(post(COMMENTS)
                        .inScenario("lost")
                        .willSetStateTo("made")
                        .willReturn(aResponse().withStatus(502)));
        forge.server()
                .stubFor(get(urlEqualTo(COMMENTS + "?per_page=100"))
                        .inScenario("lost")
                        .whenScenarioStateIs("made")
                        .willReturn(okJson(Recorded.text("github/comments-2.json", MARKER))));

        assertThat(keep("text")).isEqualTo(Posting.CREATED);
        forge.server().verify(1, postRequestedFor(urlEqualTo(COMMENTS)));
    }

    @Test
    void token_ofAForkMayNotComment() {
        pages("[]", "[]");
        forge.server()
                .stubFor(post(COMMENTS)
                        .willReturn(aResponse()
                                .withStatus(403)
                                .withBody("{\"message\":\"Resource not accessible by integration\"}")));

        assertThatThrownBy(() -> keep("text"))
                .isInstanceOfSatisfying(
                        ForgeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_ALLOWED))
                .hasMessageContaining("Resource not accessible by integration");
    }

    @Test
    void comment_thatIsRefusedIsSaid() {
        pages("[]", "[]");
        forge.server()
                .stubFor(post(COMMENTS)
                        .willReturn(aResponse()
                                .withStatus(422)
                                .withBody("{\"message\":\"Validation Failed\",\"errors\":[{\"field\":\"data\"}]}")));

        assertThatThrownBy(() -> keep("text"))
                .isInstanceOfSatisfying(
                        ForgeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                .hasMessageContaining("with 422 (Validation Failed)");
    }

    @Test
    void account_isThatOfTheTokensUserOrApp() {
        assertThat(ofPullRequest().account()).isEqualTo("github-actions[bot]");

        forge.server()
                .stubFor(post("/graphql").willReturn(okJson("{\"data\":{\"viewer\":{\"login\":\"meter[bot]\"}}}")));
        assertThat(ofPullRequest().account()).isEqualTo("meter[bot]");

        forge.server().stubFor(post("/graphql").willReturn(aResponse().withStatus(404)));
        assertThat(ofPullRequest().account()).isEqualTo("github-actions[bot]");

        forge.server().stubFor(get("/user").willReturn(okJson("{\"login\":\"ann\"}")));
        assertThat(ofPullRequest().account()).isEqualTo("ann");
    }

    @Test
    void account_thatIsNotToldOwnsNoComment() {
        forge.server().stubFor(get("/user").willReturn(okJson("{}")));
        pages(Recorded.text("github/comments-1.json", MARKER), "[]");

        assertThatThrownBy(() -> keep("text")).hasMessageContaining("does not say whose token this is");
    }

    @Test
    void enterprise_hasItsGraphQlBesideItsRest() {
        forge.server().stubFor(get("/api/v3/user").willReturn(aResponse().withStatus(403)));
        forge.server()
                .stubFor(post("/api/graphql").willReturn(okJson("{\"data\":{\"viewer\":{\"login\":\"meter[bot]\"}}}")));
        ForgeClient client = new ForgeClient(
                ApiAddress.parse(forge.url() + "/api/v3"), Optional.empty(), forge.pauses(), forge.pauses());

        assertThat(new GitHub(client, new GitHubRun("shop/till", "push", Recorded.json("github/pull-request.json")))
                        .account())
                .isEqualTo("meter[bot]");
    }
}
