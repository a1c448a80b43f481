/** The dashboard: pages, the HTTP API behind them, and the only socket that listens. */
module dev.bengal.server {
    requires static transitive org.jspecify;
    requires transitive dev.bengal.report;
    requires transitive dev.bengal.store;
    requires com.fasterxml.jackson.core;
    requires io.javalin;
    requires jakarta.servlet;
    requires kotlin.stdlib;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;

    exports dev.bengal.server;
    exports dev.bengal.server.preview;
}
