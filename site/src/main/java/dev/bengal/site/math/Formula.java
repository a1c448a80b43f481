package dev.bengal.site.math;

import java.util.Optional;

/**
 * A formula as HTML.
 *
 * @param html {@code math} with the formula's TeX as an annotation, or that TeX as code where it is not understood
 * @param fault what of it is not understood, as the end of a sentence that begins with "has"
 */
public record Formula(String html, Optional<String> fault) {
    /** A formula in a sentence. */
    public static Formula of(String tex) {
        return of(tex, false);
    }

    /** A formula on lines of its own. */
    public static Formula ofBlock(String tex) {
        return of(tex, true);
    }

    private static Formula of(String tex, boolean block) {
        String source = tex.strip();
        try {
            String rows = new TexParser(source).parse();
            return new Formula(
                    "<math" + (block ? " display=\"block\"" : "") + "><semantics>" + Mathml.row(rows)
                            + "<annotation encoding=\"application/x-tex\">" + Mathml.escape(source)
                            + "</annotation></semantics></math>",
                    Optional.empty());
        } catch (TexFault e) {
            String code = "<code class=\"math\">" + Mathml.escape(source) + "</code>";
            return new Formula(block ? "<pre tabindex=\"0\">" + code + "</pre>" : code, Optional.of(e.what()));
        }
    }
}
