package dev.bengal.forge.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.bengal.forge.ApiAddress;
import dev.bengal.forge.Change;
import dev.bengal.forge.CommentBoard;
import dev.bengal.forge.CommentBoard.Posting;
import dev.bengal.forge.CommentMarker;
import dev.bengal.forge.Credential;
import dev.bengal.forge.FakeForge;
import dev.bengal.forge.ForgeClient;
import dev.bengal.forge.ForgeException;
import dev.bengal.forge.ForgeException.Kind;
import dev.bengal.forge.Recorded;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitLabTest {
    private static final CommentMarker MARKER = CommentMarker.of("till", "site full", "desk");
    private static final Change CHANGE = new Change(5, "2222222222222222222222222222222222222222", "main");
    private static final String NOTES = "/api/v4/projects/9/merge_requests/5/notes";
    private static final String LIST = NOTES + "?sort=asc&order_by=created_at&per_page=100";

    private final FakeForge forge = new FakeForge();

    @BeforeEach
    void tokenOfAProject() {
        forge.server()
                .stubFor(get("/api/v4/user")
                        .willReturn(okJson("{\"id\":77,\"username\":\"project_9_bot_ab12\",\"bot\":true}")));
    }

    @AfterEach
    void stop() {
        forge.close();
    }

    private GitLab gitLab(String mergeRequest) {
        ForgeClient client = new ForgeClient(
                ApiAddress.parse(forge.url() + "/api/v4"),
                Optional.of(Credential.privateToken("glpat-of-a-test")),
                forge.pauses(),
                forge.pauses());
        return new GitLab(client, new GitLabRun("9", mergeRequest, CHANGE.headCommit(), "main"));
    }

    private Posting keep(String text) {
        return new CommentBoard(gitLab("5")).keep(CHANGE, MARKER, text);
    }

    private void pages(String first, String second) {
        forge.server()
                .stubFor(get(LIST)
                        .willReturn(okJson(first)
                                .withHeader("X-Next-Page", "2")
                                .withHeader("Link", "<" + forge.url() + LIST + "&page=2>; rel=\"next\"")));
        forge.server().stubFor(get(LIST + "&page=2").willReturn(okJson(second)));
    }

    @Test
    void change_isTheMergeRequestOfThePipeline() {
        assertThat(gitLab("5").change()).contains(CHANGE);
        assertThat(gitLab("").change()).isEmpty();
        assertThatThrownBy(() -> gitLab("x").change()).isInstanceOf(ForgeException.class);
    }

    @Test
    void note_isMadeWhereOnlyAnotherAuthorsIsThere() {
        pages(Recorded.text("gitlab/notes-1.json", MARKER), "[]");
        forge.server().stubFor(post(NOTES).willReturn(okJson("{\"id\":304}").withStatus(201)));

        assertThat(keep("text")).isEqualTo(Posting.CREATED);
        forge.server()
                .verify(postRequestedFor(urlEqualTo(NOTES))
                        .withHeader("PRIVATE-TOKEN", equalTo("glpat-of-a-test"))
                        .withRequestBody(equalToJson("{\"body\":\"" + MARKER.line() + "\\ntext\"}")));
    }

    @Test
    void note_isUpdatedOnWhateverPageItIs() {
        pages(Recorded.text("gitlab/notes-1.json", MARKER), Recorded.text("gitlab/notes-2.json", MARKER));
        forge.server().stubFor(put(anyUrl()).willReturn(okJson("{\"id\":303}")));

        assertThat(keep("text")).isEqualTo(Posting.UPDATED);
        forge.server().verify(1, putRequestedFor(anyUrl()));
        forge.server().verify(putRequestedFor(urlEqualTo(NOTES + "/303")));
        assertThat(keep("older")).isEqualTo(Posting.UNCHANGED);
    }

    @Test
    void limit_isWaitedFor() {
        forge.server()
                .stubFor(get(LIST)
                        .inScenario("limit")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willSetStateTo("over")
                        .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "11")));
        forge.server()
                .stubFor(get(LIST)
                        .inScenario("limit")
                        .whenScenarioStateIs("over")
                        .willReturn(okJson(Recorded.text("gitlab/notes-2.json", MARKER))));
        forge.server().stubFor(put(anyUrl()).willReturn(okJson("{}")));

        assertThat(keep("text")).isEqualTo(Posting.UPDATED);
        assertThat(forge.pauses().seconds()).containsExactly(11L);
    }

    @Test
    void token_ofAJobMayNotComment() {
        forge.server()
                .stubFor(get("/api/v4/user")
                        .willReturn(aResponse().withStatus(401).withBody("{\"message\":\"401 Unauthorized\"}")));

        assertThatThrownBy(() -> keep("text"))
                .isInstanceOfSatisfying(
                        ForgeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_ALLOWED));
    }

    @Test
    void failureThatLasts_isSaidAfterFiveTries() {
        forge.server().stubFor(get(LIST).willReturn(aResponse().withStatus(500)));

        assertThatThrownBy(() -> keep("text"))
                .isInstanceOfSatisfying(
                        ForgeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
        forge.server().verify(5, getRequestedFor(urlEqualTo(LIST)));
    }
}
