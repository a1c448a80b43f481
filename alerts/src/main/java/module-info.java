/** Tells chats, mailboxes, issue lists and commands what got worse, once. */
module dev.bengal.alerts {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.forge;
    requires com.fasterxml.jackson.databind;
    requires jakarta.mail;

    exports dev.bengal.alerts;
}
