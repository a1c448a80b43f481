/** Samples in, answers out: pure functions without clock, file or chance. */
module dev.bengal.analysis {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.model;
    requires org.apache.commons.statistics.distribution;

    exports dev.bengal.analysis;
    exports dev.bengal.analysis.bench;
    exports dev.bengal.analysis.bisect;
    exports dev.bengal.analysis.changepoint;
    exports dev.bengal.analysis.statistics;
    exports dev.bengal.analysis.trial;
}
