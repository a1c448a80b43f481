package dev.bengal.server;

import dev.bengal.server.http.Resource;
import org.jspecify.annotations.Nullable;

/** The one page: markup, styles and scripts in one text. The policy names each by its hash, so that nothing else runs in it. */
final class DashboardPage {
    private static final String CHART = "META-INF/resources/webjars/uplot/1.6.30/dist/";

    private final String markup = own("dashboard.html");
    private final String styles = chart("uPlot.min.css") + own("dashboard.css");
    private final String chart = chart("uPlot.iife.min.js");
    private final String script = own("dashboard.js");

    /** Hashed once: every answer says it, and some of them take no longer than that. */
    private final String sources = "default-src 'none'; script-src " + Resource.source(chart) + ' '
            + Resource.source(script) + "; style-src " + Resource.source(styles) + "; connect-src ";

    /**
     * The page.
     *
     * @param data what it shows, or null for a page that asks its server
     */
    String html(@Nullable String data) {
        return markup.replace("@POLICY@", policy(data == null ? "'self'" : "'none'"))
                .replace("@STYLES@", styles)
                .replace("@CHART@", chart)
                .replace("@SCRIPT@", script)
                .replace("@DATA@", data == null ? "null" : inert(data));
    }

    /** @param connect what scripts may ask */
    String policy(String connect) {
        return sources + connect + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /** JSON in which no text can end the element that it stands in, or be taken for markup. */
    static String inert(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static String own(String name) {
        return Resource.text(DashboardPage.class, name);
    }

    private static String chart(String name) {
        return Resource.text(DashboardPage.class.getClassLoader().getResourceAsStream(CHART + name), name);
    }
}
