/** The words of the project: what a build, a phase and a metric are. No I/O, no third party. */
module dev.bengal.model {
    requires static transitive org.jspecify;

    exports dev.bengal.model;
}
