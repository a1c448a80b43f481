package dev.bengal.alerts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.bengal.alerts.Mailbox.Encryption;
import dev.bengal.alerts.Mailbox.MailServer;
import dev.bengal.model.HistoryEvent.Alerted.Occasion;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiversTest {
    private static final Alert ALERT =
            Alert.of(List.of("x"), "docs", "docs: <!channel> & \"slower\"", "Last good: a\nFirst bad: b");
    private static final Notice FIRING = new Notice(ALERT, Occasion.FIRING);

    private final WireMockServer web =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop();
    }

    private Webhook webhook(Webhook.Format format, boolean isPrivateAllowed) {
        return new Webhook("team", "http://127.0.0.1:" + web.port() + "/secret", format, isPrivateAllowed);
    }

    @Test
    void webhook_ofSlackEscapesWhatSlackWouldTakeForMarks() throws NotDeliveredException {
        web.stubFor(post(anyUrl()).willReturn(ok()));

        webhook(Webhook.Format.SLACK, true).tell(FIRING);

        web.verify(
                postRequestedFor(urlEqualTo("/secret"))
                        .withRequestBody(
                                equalToJson(
                                        "{\"text\":\"docs: &lt;!channel&gt; &amp; \\\"slower\\\"\\n\\nLast good: a\\nFirst bad: b\"}")));
    }

    @Test
    void webhook_genericHasAllFields() throws NotDeliveredException {
        web.stubFor(post(anyUrl()).willReturn(ok()));

        webhook(Webhook.Format.GENERIC, true).tell(new Notice(ALERT, Occasion.RESOLVED));

        web.verify(postRequestedFor(anyUrl())
                .withRequestBody(matchingJsonPath("$.alert", equalTo(ALERT.id())))
                .withRequestBody(matchingJsonPath("$.occasion", equalTo("resolved")))
                .withRequestBody(matchingJsonPath("$.project", equalTo("docs"))));
    }

    @Test
    void webhook_thatRefusesOrRedirectsWasNotTold() {
        web.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> webhook(Webhook.Format.SLACK, true).tell(FIRING))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("the webhook answered with status 503");
        web.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withStatus(307)
                        .withHeader("Location", "http://127.0.0.1:" + web.port() + "/inner")));
        assertThatThrownBy(() -> webhook(Webhook.Format.SLACK, true).tell(FIRING))
                .hasMessage(
                        "the webhook answered with status 307; redirects are not followed, so give the address that it leads to");
        web.verify(0, postRequestedFor(urlEqualTo("/inner")));
    }

    @Test
    void webhook_whoseAnswerIsLostMayHaveHeardAndIsNotToldAgain() throws NotDeliveredException {
        web.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        webhook(Webhook.Format.SLACK, true).tell(FIRING);

        web.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void webhook_whoseServerProvesNothingWasNotTold() {
        WireMockServer unknown = new WireMockServer(
                wireMockConfig().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
        unknown.start();
        try {
            Webhook webhook =
                    new Webhook("team", "https://127.0.0.1:" + unknown.httpsPort() + "/", Webhook.Format.SLACK, true);

            assertThatThrownBy(() -> webhook.tell(FIRING))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessage("the webhook's server could not prove who it is");
        } finally {
            unknown.stop();
        }
    }

    @Test
    void webhook_thatIsDownWasNotTold() {
        Webhook down = webhook(Webhook.Format.SLACK, true);
        web.stop();

        assertThatThrownBy(() -> down.tell(FIRING))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("the webhook's server cannot be reached");
    }

    @Test
    void webhook_toAPrivateAddressIsRefusedUnlessAllowed() {
        Webhook inward = new Webhook("team", "https://localhost:" + web.port() + "/", Webhook.Format.SLACK, false);

        assertThatThrownBy(() -> inward.tell(FIRING))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessageContaining("private address");
        assertThatThrownBy(() -> webhook(Webhook.Format.SLACK, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void mailbox_getsAMailWithOneSubject() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            MailServer server = new MailServer("127.0.0.1", mail.getSmtp().getPort(), Encryption.NONE, "", "");
            new Mailbox("post", server, "bengal@example.org", List.of("team@example.org")).tell(FIRING);

            MimeMessage[] received = mail.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getSubject()).isEqualTo("docs: <!channel> & \"slower\"");
            assertThat(received[0].getAllRecipients()).hasSize(1);
            assertThat(received[0].getHeader("X-Bengal-Alert")).containsExactly(ALERT.id());
            assertThat(received[0].getContent().toString()).contains("Last good: a", "First bad: b");
        } finally {
            mail.stop();
        }
    }

    @Test
    void mailbox_thatIsDownWasNotTold() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        int port = mail.getSmtp().getPort();
        mail.stop();

        assertThatThrownBy(() -> new Mailbox(
                                "post",
                                new MailServer("127.0.0.1", port, Encryption.NONE, "", ""),
                                "bengal@example.org",
                                List.of("team@example.org"))
                        .tell(FIRING))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    @Test
    void mailbox_needsAddressesAndNoPasswordInTheOpen() {
        assertThatThrownBy(() -> new Mailbox(
                        "post",
                        new MailServer("h", 25, Encryption.NONE, "", ""),
                        "x\r\nBcc: y@z",
                        List.of("a@example.org")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailServer("h", 25, Encryption.NONE, "ada", "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void command_readsTheNoticeAsJson() throws Exception {
        Path heard = folder.resolve("heard");
        new CommandReceiver("siren", List.of("sh", "-c", "cat > \"$1\"", "sh", heard.toString()), folder).tell(FIRING);

        assertThat(Files.readString(heard)).contains("\"occasion\":\"firing\"", "<!channel>");
    }

    /** More than a pipe holds, so that whoever wrote into one would wait for it. */
    @Test
    void command_needNotReadWhatItIsTold() throws Exception {
        Alert long_ = Alert.of(List.of("x"), "docs", "slower", "x".repeat(1 << 20));

        new CommandReceiver("siren", List.of("sleep", "0"), folder).tell(new Notice(long_, Occasion.FIRING));
    }

    @Test
    void command_thatFailsOrIsMissingWasNotTold() {
        assertThatThrownBy(() -> new CommandReceiver("siren", List.of("sh", "-c", "exit 3"), folder).tell(FIRING))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("'sh' failed with exit code 3");
        assertThatThrownBy(() -> new CommandReceiver("siren", List.of("no-such-program-here"), folder).tell(FIRING))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("'no-such-program-here' cannot be started");
    }
}
