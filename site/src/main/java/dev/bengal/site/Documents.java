package dev.bengal.site;

import dev.bengal.site.content.Alias;
import dev.bengal.site.content.ListPart;
import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SiteContent;
import dev.bengal.site.content.SitePath;
import dev.bengal.site.content.Term;
import dev.bengal.site.output.OutputFolder;
import dev.bengal.site.theme.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says which documents a site has, and claims their places in an order that no thread decides. */
final class Documents {
    private final Press press;
    private final SiteContent content;
    private final OutputFolder output;

    Documents(Press press, SiteContent content) {
        this.press = press;
        this.content = content;
        this.output = press.output();
    }

    /** The pages in reading order, then the folders without one. */
    List<Document> pages(List<PageFault> faults) {
        List<Document> documents = new ArrayList<>();
        for (Node node : content.nodes()) {
            Page page = node.page();
            if (page == null) {
                continue;
            }
            if (output.claim(SitePath.file(page.path()))) {
                documents.add(new Document(
                        page.file(),
                        page.path(),
                        template(node, page),
                        new Document.Text(node, page),
                        () -> press.model().of(node)));
            } else {
                faults.add(PageFault.of(page.file(), "would be written where another page is: " + page.path()));
            }
        }
        for (Node node : content.nodes()) {
            if (node.page() == null && (node.isListed() || node.parent() == null)) {
                String template = node.parent() == null ? "home.html" : "section.html";
                generated(node.path(), template, () -> press.model().of(node)).ifPresent(documents::add);
            }
        }
        return documents;
    }

    /** The further parts of the lists of sections. */
    List<Document> parts(List<String> warnings) {
        List<Document> documents = new ArrayList<>();
        for (Node node : content.nodes()) {
            Page page = node.page();
            if (!node.isSection()
                    || !output.has(SitePath.file(node.path()))
                    || !node.path().endsWith("/")) {
                continue;
            }
            String template =
                    page != null ? template(node, page) : node.parent() == null ? "home.html" : "section.html";
            for (ListPart part : press.model().part(node).following()) {
                part(node.path(), part, template, () -> press.model().of(node, part), warnings)
                        .ifPresent(documents::add);
            }
        }
        return documents;
    }

    private Optional<Document> part(
            String list, ListPart part, String template, Document.Model model, List<String> warnings) {
        String path = ListPart.path(list, part.number());
        Optional<Document> document = generated(path, template, model);
        if (document.isEmpty()) {
            warnings.add(
                    "%s is the address of a page, and so part %d of the list %s is missing; give the page another address."
                            .formatted(path, part.number(), list));
        }
        return document;
    }

    /** The pages of terms, and the list of each kind that has any. */
    List<Document> taxonomies(List<List<Term>> kinds, List<String> warnings) {
        List<Document> documents = new ArrayList<>();
        for (List<Term> terms : kinds) {
            for (Term term : terms) {
                ListPart first = press.model().part(term);
                generated(term.path(), "term.html", () -> press.model().of(term, first))
                        .ifPresent(documents::add);
                for (ListPart part : first.following()) {
                    part(term.path(), part, "term.html", () -> press.model().of(term, part), warnings)
                            .ifPresent(documents::add);
                }
            }
            if (!terms.isEmpty()) {
                String kind = terms.get(0).kind();
                generated("/" + kind + "/", "terms.html", () -> press.model().of(kind, terms))
                        .ifPresent(documents::add);
            }
        }
        return documents;
    }

    /** The addresses of the documents of terms. */
    static Set<String> taxonomyPaths(List<List<Term>> kinds) {
        Set<String> paths = new TreeSet<>();
        for (List<Term> terms : kinds) {
            for (Term term : terms) {
                paths.add(term.path());
                paths.add("/" + term.kind() + "/");
            }
        }
        return paths;
    }

    /** The page for an address that leads nowhere, unless the site has its own. */
    Optional<Document> notFound() {
        return generated("/404.html", "404.html", () -> press.model().of("Page not found", "/404.html"));
    }

    /** A document at each older address of a page that is there. */
    List<Document> redirects(List<String> warnings) {
        List<Document> documents = new ArrayList<>();
        for (Node node : content.nodes()) {
            Page page = node.page();
            if (page == null || !output.has(SitePath.file(page.path()))) {
                continue;
            }
            for (Alias alias : page.aliases()) {
                if (alias.path().equals(page.path())) {
                    continue;
                }
                if (output.claim(SitePath.file(alias.path()))) {
                    documents.add(new Document(
                            page.file(),
                            alias.path(),
                            "redirect.html",
                            null,
                            () -> press.model().redirect(page)));
                } else {
                    warnings.add("%s:%s: the alias %s is the address of another page and was left out."
                            .formatted(page.file(), alias.line(), alias.path()));
                }
            }
        }
        return documents;
    }

    /** A document that no file stands for, unless a page has its address. */
    private Optional<Document> generated(String path, String template, Document.Model model) {
        String file = SitePath.file(path);
        return output.claim(file)
                ? Optional.of(new Document(output.folder().getFileName() + "/" + file, path, template, null, model))
                : Optional.empty();
    }

    /** The template that a page asks for, that of its type, or that of its kind. */
    private String template(Node node, Page page) {
        Templates templates = press.templates();
        String wanted = page.look().template();
        if (wanted != null && templates.has(wanted)) {
            return wanted;
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

    /** What the author of a page should know about the template that it asks for. */
    Optional<String> remarkOnTemplate(Page page) {
        String wanted = page.look().template();
        return wanted == null || press.templates().has(wanted)
                ? Optional.empty()
                : Optional.of(page.file() + " asks for the template " + wanted + ", which is not there.");
    }
}
