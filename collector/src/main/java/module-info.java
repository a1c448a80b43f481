/** What a build links to be measured: phases, probes, and the way into the journal. No third party. */
module dev.bengal.collector {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.journal;
    requires java.management;
    requires jdk.jfr;
    requires jdk.management;

    exports dev.bengal.collector;
    exports dev.bengal.collector.allocation;
}
