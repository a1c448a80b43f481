/** One report, many renderers. */
module dev.bengal.report {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.analysis;
    requires com.fasterxml.jackson.core;

    exports dev.bengal.report.alert;
    exports dev.bengal.report.build;
    exports dev.bengal.report.chart;
    exports dev.bengal.report.experiment;
    exports dev.bengal.report.history;
    exports dev.bengal.report.judged;
    exports dev.bengal.report.text;
}
