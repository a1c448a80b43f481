package dev.bengal.site;

import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SitePath;
import dev.bengal.site.theme.TemplateFault;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document that is to be made.
 *
 * @param source the file to blame where it cannot be made
 * @param path its address
 * @param text whose text it shows; null for a document that no file stands for
 * @param model makes what its template sees but for the text
 */
record Document(
        String source,
        String path,
        String template,
        @Nullable Text text,
        Model model) {
    /** Where it lies, relative to the output folder. */
    String file() {
        return SitePath.file(path);
    }

    /** A page and its place in the tree. */
    record Text(Node node, Page page) {}

    /** Makes what a template sees. */
    @FunctionalInterface
    interface Model {
        Map<String, Object> get() throws TemplateFault;
    }
}
