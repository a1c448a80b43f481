package dev.bengal.server.preview;

import dev.bengal.server.http.Resource;
import java.util.List;

/** Pages that no site has: what went wrong, and that there is nothing yet. */
final class OwnPage {
    private final String markup = Resource.text(OwnPage.class, "own-page.html");
    private final String styles = Resource.text(OwnPage.class, "own-page.css");

    /** Nothing runs in such a page but the script that follows the builds. */
    String policy() {
        return "default-src 'none'; script-src 'self'; connect-src 'self'; style-src " + Resource.source(styles)
                + "; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    }

    String faults(List<Fault> faults, String build) {
        StringBuilder list = new StringBuilder();
        for (Fault fault : faults) {
            list.append("<li>");
            if (!fault.place().isEmpty()) {
                list.append("<h2>").append(escaped(fault.place())).append("</h2>");
            }
            list.append("<p>").append(escaped(fault.sentence())).append("</p>");
            if (!fault.excerpt().isEmpty()) {
                list.append("<pre tabindex=\"0\">")
                        .append(escaped(fault.excerpt()))
                        .append("</pre>");
            }
            list.append("</li>");
        }
        String title = faults.size() == 1 ? "The site could not be built" : faults.size() + " things are in the way";
        return page(
                title,
                "<ol role=\"list\">" + list + "</ol>"
                        + "<p class=\"next\">What was built before is kept. The next save that mends this brings the page back.</p>",
                build);
    }

    String sentence(String title, String sentence, String build) {
        return page(title, "<p>" + escaped(sentence) + "</p>", build);
    }

    private String page(String title, String body, String build) {
        return markup.replace("@STYLES@", styles)
                .replace("@SCRIPT@", LiveScript.element(build))
                .replace("@TITLE@", escaped(title))
                .replace("@BODY@", body);
    }

    /** As text in HTML; control characters are shown as what they are. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    boolean isShown = c == '\n' || c == '\t' || !Character.isISOControl(c);
                    escaped.appendCodePoint(isShown ? c : '\uFFFD');
                }
            }
        });
        return escaped.toString();
    }
}
