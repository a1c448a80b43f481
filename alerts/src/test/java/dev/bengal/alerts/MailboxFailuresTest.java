package dev.bengal.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.alerts.MailServerThatFails.When;
import dev.bengal.alerts.Mailbox.Encryption;
import dev.bengal.alerts.Mailbox.MailServer;
import dev.bengal.model.HistoryEvent.Alerted.Occasion;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is known of a mail whose server fails: it is surely not out, and sent again; or it may be, and is not. */
@Timeout(60)
class MailboxFailuresTest {
    private static final Notice NOTICE =
            new Notice(Alert.of(List.of("x"), "docs", "docs: slower", "First bad: b"), Occasion.FIRING);

    private static Mailbox mailbox(MailServerThatFails server) {
        return new Mailbox(
                "post",
                new MailServer("127.0.0.1", server.port(), Encryption.NONE, "", ""),
                "bengal@example.org",
                List.of("team@example.org"));
    }

    @ParameterizedTest
    @EnumSource(
            value = When.class,
            names = {"BEFORE_THE_ANSWER", "BROKEN_BEFORE_THE_ANSWER", "AT_THE_FAREWELL"})
    void mail_thatTheServerHasWholeMayBeOut(When when) throws Exception {
        try (MailServerThatFails server = new MailServerThatFails(when)) {
            mailbox(server).tell(NOTICE);

            assertThat(server.mail()).contains("Subject: docs: slower");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = When.class,
            mode = Mode.EXCLUDE,
            names = {"BEFORE_THE_ANSWER", "BROKEN_BEFORE_THE_ANSWER", "AT_THE_FAREWELL"})
    void mail_thatTheServerHasNotOrRefusesIsNotOut(When when) throws Exception {
        try (MailServerThatFails server = new MailServerThatFails(when)) {
            assertThatThrownBy(() -> mailbox(server).tell(NOTICE))
                    .isInstanceOf(NotDeliveredException.class)
                    .hasMessageStartingWith("127.0.0.1:" + server.port() + " did not take the mail (");
        }
    }
}
