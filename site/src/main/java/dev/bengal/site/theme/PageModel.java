package dev.bengal.site.theme;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ListSize;
import dev.bengal.site.content.DatedLists;
import dev.bengal.site.content.Headline;
import dev.bengal.site.content.ListPart;
import dev.bengal.site.content.Listing;
import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SiteContent;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.content.Term;
import dev.bengal.site.markdown.Heading;
import dev.bengal.site.markdown.RenderedText;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What templates see, as maps: {@code site} (title, description, language, home, search_index, feed, menu), {@code page}
 * (title, title_html, shows_children, title_id, description, href, canonical, language, type, kind, date, date_text, reading_minutes, tags,
 * categories, content, toc), {@code breadcrumbs}, {@code children}, {@code previous}, {@code next} and {@code sidebar}. A
 * link is a map of title and href.
 */
public final class PageModel {
    /** Written out, since asking the JVM for them loads the names of everything in a language. */
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static final int WORDS_A_MINUTE = 200;

    private final Configuration configuration;
    private final SiteContent content;
    private final SiteLinks links;
    private final Sidebar sidebar;
    private final Map<String, Object> site;
    private final Map<String, @Nullable Object> data;
    private final DatedLists dated;
    private final int listSize;
    private final Map<Node, Integer> positions = new HashMap<>();
    private final List<Node> order;

    /** The models of the pages of one site. */
    public PageModel(
            Configuration configuration,
            SiteContent content,
            SiteLinks links,
            Templates templates,
            Map<String, Object> menus,
            Map<String, @Nullable Object> data,
            DatedLists dated,
            boolean feed) {
        this.configuration = configuration;
        this.content = content;
        this.dated = dated;
        this.data = data;
        this.listSize = ListSize.of(configuration);
        this.links = links;
        this.sidebar = new Sidebar(templates, links, content.home());
        this.order = content.nodes().stream().filter(Node::isListed).toList();
        for (int i = 0; i < order.size(); i++) {
            positions.put(order.get(i), i);
        }
        this.site = site(menus, feed);
    }

    private Map<String, Object> site(Map<String, Object> menus, boolean feed) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", configuration.title());
        model.put("description", configuration.description());
        model.put("language", configuration.language());
        model.put("home", links.href("/"));
        model.put("search_index", links.href("/index.json"));
        model.put("feed", feed ? links.href("/rss.xml") : null);
        model.put("menus", menus);
        model.put("menu", menus.get("main"));
        model.put("menu_is_own", menus.get("is_own"));
        return Collections.unmodifiableMap(model);
    }

    /** The model of a page without its text, or of a folder without a page. */
    public Map<String, Object> of(Node node) throws TemplateFault {
        Page page = node.page();
        Map<String, Object> model = document(node.headline(), node.path(), kind(node));
        Map<String, Object> shown = new HashMap<>(page(model));
        if (page != null) {
            Listing listing = page.listing();
            date(shown, listing.date());
            shown.put("type", page.look().type());
            shown.put(
                    "language",
                    page.look().language() == null
                            ? configuration.language()
                            : page.look().language());
            shown.put("params", page.parameters().get());
            shown.put("tags", terms("tags", listing.tags()));
            shown.put("categories", terms("categories", listing.categories()));
        }
        shown.put(
                "section_href",
                node.parent() == null ? "" : links.href(node.topSection().path()));
        model.put("page", shown);
        model.put("breadcrumbs", breadcrumbs(node));
        list(model, node.path(), part(node), node.listed());
        Integer position = positions.get(node);
        model.put("previous", position == null || position == 0 ? null : link(order.get(position - 1)));
        model.put("next", position == null || position + 1 == order.size() ? null : link(order.get(position + 1)));
        model.put("sidebar", sidebar.of(node));
        return model;
    }

    /** The first part of the list of a section. */
    public ListPart part(Node node) {
        return ListPart.first(node.listed().size(), listSize);
    }

    /** The first part of the list of a term. */
    public ListPart part(Term term) {
        return ListPart.first(term.pages().size(), listSize);
    }

    /** The model of a further part of the list of a section, without the section's text and neighbours. */
    public Map<String, Object> of(Node node, ListPart part) throws TemplateFault {
        Headline headline =
                new Headline(node.headline().title(), node.headline().navTitle(), "");
        Map<String, Object> model = document(headline, ListPart.path(node.path(), part.number()), kind(node));
        page(model)
                .put(
                        "section_href",
                        node.parent() == null
                                ? ""
                                : links.href(node.topSection().path()));
        List<Map<String, Object>> crumbs = breadcrumbs(node);
        crumbs.add(node.parent() == null ? homeLink() : link(node));
        model.put("breadcrumbs", crumbs);
        model.put("sidebar", sidebar.of(node));
        list(model, node.path(), part, node.listed());
        return model;
    }

    private void list(Map<String, Object> model, String path, ListPart part, List<Node> nodes) {
        model.put("children", part.of(nodes).stream().map(this::card).toList());
        if (dated.has(path)) {
            page(model).put("feed", links.href(DatedLists.feed(path)));
        }
        if (part.parts() > 1) {
            model.put("pagination", pagination(path, part));
        }
    }

    private Map<String, Object> pagination(String path, ListPart part) {
        Map<String, Object> pagination = new HashMap<>();
        pagination.put("number", part.number());
        pagination.put("total", part.parts());
        pagination.put("items", part.items());
        pagination.put("first", links.href(path));
        pagination.put("last", links.href(ListPart.path(path, part.parts())));
        pagination.put("previous", part.number() == 1 ? null : links.href(ListPart.path(path, part.number() - 1)));
        pagination.put(
                "next", part.number() == part.parts() ? null : links.href(ListPart.path(path, part.number() + 1)));
        return pagination;
    }

    /** The model of a page with its text, from the one without, which it changes. */
    public Map<String, Object> with(RenderedText text, Node node, Map<String, Object> model) {
        Map<String, Object> shown = new HashMap<>(page(model));
        shown.put("content", text.html());
        shown.put("title_html", text.titleHtml());
        shown.put("title_id", text.title() == null ? "" : text.title().id());
        shown.put("reading_minutes", Math.max(1, Math.round(text.words() / (double) WORDS_A_MINUTE)));
        shown.put("shows_children", text.showsChildren());
        shown.put("toc", toc(text.headings()));
        if (node.headline().description().isEmpty()) {
            shown.put("summary", text.excerpt());
        }
        model.put("page", shown);
        return model;
    }

    /** The model of a tag's or a category's page. */
    public Map<String, Object> of(Term term, ListPart part) throws TemplateFault {
        String kind = term.kind().equals("tags") ? "Tag" : "Category";
        Map<String, Object> model = document(
                new Headline(term.name(), term.name(), kind + " “" + term.name() + "” on " + configuration.title()),
                ListPart.path(term.path(), part.number()),
                "term");
        model.put("term", Map.of("kind", kind, "name", term.name()));
        model.put("breadcrumbs", List.of(homeLink(), link(titleOf(term.kind()), "/" + term.kind() + "/")));
        list(model, term.path(), part, term.pages());
        return withHomeSidebar(model);
    }

    /** The model of the list of all tags or categories. */
    public Map<String, Object> of(String kind, List<Term> terms) throws TemplateFault {
        String title = titleOf(kind);
        Map<String, Object> model =
                document(new Headline(title, title, title + " of " + configuration.title()), "/" + kind + "/", "terms");
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Term term : terms) {
            Map<String, Object> link = link(term.name(), term.path());
            link.put("count", term.pages().size());
            shown.add(link);
        }
        model.put("terms", shown);
        model.put("breadcrumbs", List.of(homeLink()));
        return withHomeSidebar(model);
    }

    /** The model of a document that is no page, such as the one for an address that leads nowhere. */
    public Map<String, Object> of(String title, String path) throws TemplateFault {
        return withHomeSidebar(document(new Headline(title, title, ""), path, "other"));
    }

    /** The model of the document at an older address of a page. */
    public Map<String, Object> redirect(Page page) {
        return Map.of("site", site, "page", link(page.headline().title(), page.path()));
    }

    private Map<String, Object> document(Headline headline, String path, String kind) {
        Map<String, Object> page = new HashMap<>();
        page.put("title", headline.title());
        page.put("title_html", "");
        page.put("title_id", "");
        page.put("description", headline.description());
        page.put("summary", headline.description());
        page.put("href", links.href(path));
        page.put("canonical", configuration.baseUrl().origin().isEmpty() ? "" : links.absolute(path));
        page.put("language", configuration.language());
        page.put("kind", kind);
        page.put("type", kind);
        page.put("date", "");
        page.put("date_text", "");
        page.put("shows_children", false);
        page.put("reading_minutes", 0);
        page.put("tags", List.of());
        page.put("categories", List.of());
        page.put("content", "");
        page.put("toc", List.of());
        page.put("params", Map.of());
        page.put("feed", null);
        page.put("section_href", "");
        Map<String, Object> model = new HashMap<>();
        model.put("site", site);
        model.put("data", data);
        model.put("page", page);
        model.put("breadcrumbs", List.of());
        model.put("children", List.of());
        model.put("terms", List.of());
        model.put("pagination", null);
        model.put("previous", null);
        model.put("next", null);
        return model;
    }

    /** The navigation of a document that no node stands for. */
    private Map<String, Object> withHomeSidebar(Map<String, Object> model) throws TemplateFault {
        model.put("sidebar", sidebar.of(content.home()));
        return model;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> page(Map<String, Object> model) {
        return (Map<String, Object>) model.getOrDefault("page", Map.of());
    }

    private static String kind(Node node) {
        return node.parent() == null ? "home" : node.isSection() ? "section" : "page";
    }

    private static String titleOf(String kind) {
        return kind.equals("tags") ? "Tags" : "Categories";
    }

    private static void date(Map<String, Object> model, @Nullable OffsetDateTime date) {
        if (date != null) {
            model.put("date", date.toLocalDate().toString());
            model.put("date_text", dateText(date));
        }
    }

    private static String dateText(OffsetDateTime date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    private List<Map<String, Object>> terms(String kind, List<String> names) {
        return names.stream().map(name -> link(name, Term.pathOf(kind, name))).toList();
    }

    private static List<Map<String, Object>> toc(List<Heading> headings) {
        List<Map<String, Object>> toc = new ArrayList<>();
        for (Heading heading : headings) {
            if (heading.level() == 2 || heading.level() == 3) {
                toc.add(Map.of("level", heading.level(), "id", heading.id(), "text", heading.text()));
            }
        }
        return toc;
    }

    private List<Map<String, Object>> breadcrumbs(Node node) {
        List<Map<String, Object>> crumbs = new ArrayList<>();
        for (Node up = node.parent(); up != null; up = up.parent()) {
            crumbs.add(0, up.parent() == null ? homeLink() : link(up));
        }
        return crumbs;
    }

    private Map<String, Object> card(Node node) {
        Map<String, Object> card = link(node.headline().title(), node.path());
        Page page = node.page();
        card.put("description", node.headline().description());
        card.put("section", node.isSection());
        card.put("date", "");
        card.put("date_text", "");
        date(card, page == null ? null : page.listing().date());
        return card;
    }

    private Map<String, Object> homeLink() {
        return link("Home", "/");
    }

    private Map<String, Object> link(Node node) {
        return link(node.headline().navTitle(), node.path());
    }

    private Map<String, Object> link(String title, String path) {
        Map<String, Object> link = new HashMap<>();
        link.put("title", title);
        link.put("href", links.href(path));
        return link;
    }
}
