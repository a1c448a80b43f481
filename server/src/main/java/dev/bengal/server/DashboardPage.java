package dev.bengal.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The one page: markup, styles and scripts in one text. The policy names each by its hash, so that nothing else runs in it. */
final class DashboardPage {
    private static final String CHART = "META-INF/resources/webjars/uplot/1.6.30/dist/";

    private final String markup = own("dashboard.html");
    private final String styles = chart("uPlot.min.css") + own("dashboard.css");
    private final String chart = chart("uPlot.iife.min.js");
    private final String script = own("dashboard.js");

    /** Hashed once: every answer says it, and some of them take no longer than that. */
    private final String sources = "default-src 'none'; script-src " + hash(chart) + ' ' + hash(script) + "; style-src "
            + hash(styles) + "; connect-src ";

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

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String own(String name) {
        return read(DashboardPage.class.getResourceAsStream(name), name);
    }

    private static String chart(String name) {
        return read(DashboardPage.class.getClassLoader().getResourceAsStream(CHART + name), name);
    }

    private static String read(@Nullable InputStream resource, String name) {
        try (@Nullable InputStream in = resource) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
