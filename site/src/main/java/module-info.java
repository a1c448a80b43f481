/** The static site build: the first host of the tracker. */
module dev.bengal.site {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.collector;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.toml;
    requires io.pebbletemplates;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.strikethrough;
    requires org.commonmark.ext.gfm.tables;
    requires org.commonmark.ext.task.list.items;
    requires transitive org.slf4j;
    requires org.snakeyaml.engine;

    exports dev.bengal.site;
    exports dev.bengal.site.config;
    exports dev.bengal.site.links;
    exports dev.bengal.site.log;
    exports dev.bengal.site.starter;
    exports dev.bengal.site.watch;
}
