package dev.bengal.alerts;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Sends mail by SMTP. */
public final class Mailbox implements Receiver {
    private static final String PATIENCE_MILLIS = "20000";

    private final String name;
    private final MailServer server;
    private final String from;
    private final List<String> to;

    /**
     * Where mail is handed in.
     *
     * @param user empty for none, and then without password
     */
    public record MailServer(String host, int port, Encryption encryption, String user, String password) {
        public MailServer {
            Objects.requireNonNull(host, "host");
            Objects.requireNonNull(encryption, "encryption");
            if (!user.isEmpty() && encryption == Encryption.NONE) {
                throw new IllegalArgumentException("a password is not sent without encryption; set tls");
            }
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** How the way to the server is protected. */
    public enum Encryption {
        /** Begins in the open and must be encrypted before anything is said. */
        STARTTLS,
        /** From the first byte on. */
        TLS,
        /** Not at all, as on the machine itself. */
        NONE
    }

    /** A mailbox, or several. */
    public Mailbox(String name, MailServer server, String from, List<String> to) {
        this.name = Objects.requireNonNull(name, "name");
        this.server = Objects.requireNonNull(server, "server");
        this.from = requireAddress(from);
        this.to = to.stream().map(Mailbox::requireAddress).toList();
        if (this.to.isEmpty()) {
            throw new IllegalArgumentException("a mail has at least one receiver");
        }
    }

    private static String requireAddress(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return text;
        } catch (MessagingException e) {
            throw new IllegalArgumentException("'" + text + "' is no mail address", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void tell(Notice notice) throws NotDeliveredException {
        Session session = Session.getInstance(properties());
        Letter letter = new Letter(session);
        try {
            address(letter, notice);
            try (Transport transport = session.getTransport()) {
                if (server.user().isEmpty()) {
                    transport.connect();
                } else {
                    transport.connect(server.user(), server.password());
                }
                transport.sendMessage(letter, letter.getAllRecipients());
                letter.isTaken = true;
            }
        } catch (MessagingException e) {
            if (!letter.mayBeOut(e)) {
                throw new NotDeliveredException(server + " did not take the mail (" + reason(e) + ")", e);
            }
        }
    }

    /** A mail that knows how far it came. */
    private static final class Letter extends MimeMessage {
        private boolean isWritten;
        private boolean isTaken;

        Letter(Session session) {
            super(session);
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            isWritten = true;
        }

        /**
         * Whether the server may have it, although something failed: where it had all of it and did not answer, or where only the farewell
         * failed. Until all is written a server has nothing that it could send on, and what it refuses it says.
         */
        boolean mayBeOut(MessagingException failure) {
            boolean isRefused = failure instanceof SMTPSendFailedException answer && answer.getReturnCode() > 0;
            return isTaken || (isWritten && !isRefused);
        }
    }

    /** What a server says may go on for lines. */
    private static String reason(MessagingException e) {
        String text = String.valueOf(e.getMessage()).replaceAll("\\p{C}+", " ").strip();
        return text.substring(0, Math.min(text.length(), 120));
    }

    private Properties properties() {
        String protocol = server.encryption() == Encryption.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", server.host());
        properties.setProperty(prefix + "port", Integer.toString(server.port()));
        properties.setProperty(prefix + "connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "timeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "writetimeout", PATIENCE_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "auth", Boolean.toString(!server.user().isEmpty()));
        if (server.encryption() == Encryption.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }

    private void address(MimeMessage message, Notice notice) throws MessagingException {
        message.setFrom(new InternetAddress(from));
        for (String one : to) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(one));
        }
        message.setSubject(notice.subject(), StandardCharsets.UTF_8.name());
        message.setHeader("X-Bengal-Alert", notice.alert().id());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(notice.text(), StandardCharsets.UTF_8.name());
        message.saveChanges();
    }
}
