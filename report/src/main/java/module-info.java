/** One report, many renderers. */
module dev.bengal.report {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.analysis;
    requires com.fasterxml.jackson.core;

    exports dev.bengal.report;
}
