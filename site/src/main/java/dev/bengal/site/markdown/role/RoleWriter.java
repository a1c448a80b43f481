package dev.bengal.site.markdown.role;

import org.commonmark.renderer.html.HtmlWriter;

/** Writes one kind of role. */
interface RoleWriter {
    void write(String text, HtmlWriter html);

    /** What of it a reader reads. */
    default String words(String text) {
        return text;
    }
}
