/** What Bengal's own commands cost: synthetic sites, and whole processes that build them. Never released. */
module dev.bengal.benchmarks {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires dev.bengal.analysis;
    requires dev.bengal.collector;
    requires dev.bengal.store;
    requires info.picocli;

    opens dev.bengal.benchmarks to
            info.picocli;
    opens dev.bengal.benchmarks.history to
            info.picocli;
    opens dev.bengal.benchmarks.changepoints to
            info.picocli;
}
