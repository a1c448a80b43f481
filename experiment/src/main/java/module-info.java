/** Runs commands on purpose and measures them from outside. */
module dev.bengal.experiment {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.analysis;
    requires transitive dev.bengal.collector;
    // sun.misc.Signal, looked up by name.
    requires jdk.unsupported;

    exports dev.bengal.experiment;
    exports dev.bengal.experiment.git;
}
