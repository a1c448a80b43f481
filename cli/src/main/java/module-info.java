/** The command line: the only place that wires things together, prints, exits and reads its own environment variables. */
module dev.bengal.cli {
    requires static transitive org.jspecify;
    requires dev.bengal.experiment;
    requires dev.bengal.forge;
    requires dev.bengal.formats;
    requires com.fasterxml.jackson.core;
    requires dev.bengal.alerts;
    requires dev.bengal.analysis;
    requires dev.bengal.report;
    requires dev.bengal.server;
    requires dev.bengal.site;
    requires dev.bengal.store;
    requires info.picocli;

    opens dev.bengal.cli to
            info.picocli;
    opens dev.bengal.cli.history to
            info.picocli;
    opens dev.bengal.cli.option to
            info.picocli;
    opens dev.bengal.cli.recording to
            info.picocli;
    opens dev.bengal.cli.results to
            info.picocli;
    opens dev.bengal.cli.site to
            info.picocli;
}
