package dev.bengal.site.markdown;

import dev.bengal.site.math.Formula;
import org.commonmark.renderer.html.HtmlWriter;

/** {@code {math}`E = mc^2`}: a formula, which the browser draws without a script. */
final class MathHtml implements RoleWriter {
    @Override
    public void write(String text, HtmlWriter html) {
        html.raw(Formula.of(text).html());
    }
}
