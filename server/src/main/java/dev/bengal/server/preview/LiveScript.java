package dev.bengal.server.preview;

import dev.bengal.server.http.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The script that has an open page follow the builds. It is put into pages as they are served, and never into a file. */
final class LiveScript {
    /** Where the script is, outside of every site. */
    static final String ADDRESS = "/.bengal/live.js";

    /** Where it hears of builds. */
    static final String EVENTS = "/.bengal/events";

    private LiveScript() {}

    static String text() {
        return Resource.text(LiveScript.class, "live.js");
    }

    /** @param build which this page shows; letters, digits and - */
    static String element(String build) {
        return "<script src=\"" + ADDRESS + "\" data-build=\"" + build + "\" defer></script>";
    }

    /** The page with the script at the end of its body, or of the page where it says no end. */
    static byte[] into(byte[] page, String build) {
        // Each byte a character: what is looked for is ASCII, whatever else the page holds.
        String text = new String(page, StandardCharsets.ISO_8859_1);
        int end = text.toLowerCase(Locale.ROOT).lastIndexOf("</body>");
        int place = end < 0 ? text.length() : end;
        return (text.substring(0, place) + element(build) + text.substring(place))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
