/** The history as a file: one build a line, appended whole or not at all. No third party. */
module dev.bengal.journal {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.model;

    exports dev.bengal.journal;
}
