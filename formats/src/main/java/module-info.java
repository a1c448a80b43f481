/** The formats of other tools: reads their results into builds and writes builds for them. */
module dev.bengal.formats {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.model;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires java.xml;

    exports dev.bengal.formats;
    exports dev.bengal.formats.reading;
    exports dev.bengal.formats.writing;
}
