/** GitHub and GitLab: which change is built, and the comment on it. */
module dev.bengal.forge {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.report;
    requires com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive java.net.http;

    exports dev.bengal.forge;
    exports dev.bengal.forge.github;
    exports dev.bengal.forge.gitlab;
}
