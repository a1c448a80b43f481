/** Samples in, answers out: pure functions without clock, file or chance. */
module dev.bengal.analysis {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.model;

    exports dev.bengal.analysis;
    exports dev.bengal.analysis.bench;
}
