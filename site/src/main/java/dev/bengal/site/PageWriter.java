package dev.bengal.site;

import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SitePath;
import dev.bengal.site.output.OutputFolder;
import dev.bengal.site.theme.TemplateFault;
import dev.bengal.site.theme.Templates;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Turns models into files, and what goes wrong with one into its fault. */
final class PageWriter {
    private final Templates templates;
    private final OutputFolder output;
    private final List<PageFault> faults;

    PageWriter(Templates templates, OutputFolder output, List<PageFault> faults) {
        this.templates = templates;
        this.output = output;
        this.faults = faults;
    }

    /** The template that a page asks for, that of its type, or that of its kind. */
    String template(Node node, Page page, List<String> warnings) {
        String wanted = page.look().template();
        if (wanted != null) {
            if (templates.has(wanted)) {
                return wanted;
            }
            warnings.add(page.file() + " asks for the template " + wanted + ", which is not there.");
        }
        if (node.parent() == null) {
            return "home.html";
        }
        String ofType = page.look().type() + ".html";
        if (templates.isOwn(ofType)) {
            return ofType;
        }
        return node.isSection() ? "section.html" : "page.html";
    }

    /** Writes a page; one that cannot be written becomes a fault of {@code source}. */
    boolean writePage(String source, String path, String template, Model model) {
        try {
            if (output.write(SitePath.file(path), templates.render(template, model.get()))) {
                return true;
            }
            faults.add(PageFault.of(source, "would be written where another page is: " + path));
        } catch (TemplateFault e) {
            faults.add(e.fault());
        } catch (IOException e) {
            faults.add(PageFault.of(source, "cannot be written to the output (" + e.getMessage() + ")"));
        }
        return false;
    }

    /** Writes a document that no file stands for. */
    boolean write(String path, String template, Model model) {
        return writePage(output.folder().getFileName() + "/" + SitePath.file(path), path, template, model);
    }

    /** Makes what a template sees. */
    @FunctionalInterface
    interface Model {
        Map<String, Object> get() throws TemplateFault;
    }
}
