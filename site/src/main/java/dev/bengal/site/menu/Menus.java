package dev.bengal.site.menu;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SiteContent;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.content.Slug;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the menus of a site, and warns of entries that lead nowhere. */
public final class Menus {
    private static final String DATA = "data:";

    /** As many sections as fit into a header. */
    private static final int SECTIONS = 6;

    private final SiteContent content;
    private final SiteLinks links;
    private final Map<String, @Nullable Object> data;
    private final MenuWishes wishes;
    private final List<MenuWish> bundles;
    private final MenuTarget target;
    private final List<String> warnings;

    /**
     * The menus that a configuration and pages ask for.
     *
     * @param data what pages may open their entries to show
     * @param others addresses that no file of {@code content/} stands for, such as {@code /tags/}
     * @param warnings gets sentences
     */
    public Menus(
            Configuration configuration,
            Path root,
            SiteContent content,
            SiteLinks links,
            Map<String, @Nullable Object> data,
            Set<String> others,
            List<String> warnings) {
        this.content = content;
        this.links = links;
        this.data = data;
        this.wishes = new MenuWishes(configuration, content, warnings);
        this.bundles = new MenuBundles(configuration, content, warnings).wishes();
        this.target = new MenuTarget(root, content, links, others);
        this.warnings = warnings;
    }

    /**
     * Each menu as templates see it: a list of {@code title}, {@code href} (empty for one that only holds others), {@code icon} and
     * {@code children}. {@code main} and {@code footer} are always there, and {@code is_own}: whether the main one has more than the sections.
     */
    public Map<String, Object> model() {
        Map<String, Object> model = new TreeMap<>(Map.of("footer", List.of()));
        for (String menu : wishes.menus()) {
            if (!menu.equals(MenuWishes.MAIN)) {
                model.put(menu, MenuEntry.model(tree(wishes.of(menu), List.of())));
            }
        }
        model.put(MenuWishes.MAIN, MenuEntry.model(main()));
        model.put(
                "is_own",
                !wishes.of(MenuWishes.MAIN).isEmpty() || !wishes.extra().isEmpty() || !bundles.isEmpty());
        return model;
    }

    private List<MenuEntry> main() {
        List<MenuWish> asked = wishes.of(MenuWishes.MAIN);
        if (wishes.isMainConfigured()) {
            return tree(asked, List.of());
        }
        List<MenuEntry> sections = content.home().listed().stream()
                .filter(Node::isSection)
                .limit(SECTIONS)
                .filter(section -> asked.stream().noneMatch(wish -> section.equals(wish.page())))
                .filter(section -> bundles.stream().noneMatch(wish -> isFor(wish, section)))
                .map(this::entry)
                .toList();
        List<MenuWish> all = new ArrayList<>(asked);
        all.addAll(bundles);
        all.addAll(wishes.extra());
        return tree(all, sections);
    }

    /** Whether a bundle has a section, which then stands nowhere else. */
    private boolean isFor(MenuWish wish, Node section) {
        return wish.text("page").flatMap(target::page).filter(section::equals).isPresent();
    }

    private List<MenuEntry> tree(List<MenuWish> asked, List<MenuEntry> before) {
        Map<MenuEntry, MenuWish> entries = new LinkedHashMap<>();
        asked.forEach(wish -> entry(wish).ifPresent(entry -> entries.put(entry, wish)));
        List<MenuEntry> all = new ArrayList<>(before);
        all.addAll(entries.keySet());
        List<MenuEntry> top = new ArrayList<>(before);
        entries.forEach(
                (entry, wish) -> parent(entry, wish, all).ifPresentOrElse(up -> up.add(entry), () -> top.add(entry)));
        entries.forEach((entry, wish) -> {
            if (entry.leadsNowhere()) {
                warnings.add(wish.remark("has no url, no page and nothing below it; it was left out."));
            }
        });
        return top.stream().filter(entry -> !entry.leadsNowhere()).toList();
    }

    /** The entry that another one asks to be below; none where that cannot be. */
    private Optional<MenuEntry> parent(MenuEntry entry, MenuWish wish, List<MenuEntry> all) {
        Optional<String> wanted = wish.text("parent");
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Optional<MenuEntry> parent = all.stream()
                .filter(other -> other.isNamed(wanted.get()) && !other.equals(entry))
                .findFirst();
        if (parent.isEmpty()) {
            warnings.add(wish.remark(
                    "asks for the parent '" + wanted.get() + "', which is not there; it stands at the top."));
        } else if (entry.holds(parent.get())) {
            warnings.add(wish.remark("is above its parent '" + wanted.get() + "', too; it stands at the top."));
            return Optional.empty();
        }
        return parent;
    }

    /** The entry of a section that nobody asks for. */
    private MenuEntry entry(Node section) {
        double weight = section.page() == null
                ? Double.POSITIVE_INFINITY
                : section.page().listing().weight();
        return below(new MenuEntry(section.headline().navTitle(), "", links.href(section.path()), "", weight), section);
    }

    private Optional<MenuEntry> entry(MenuWish wish) {
        Optional<String> reference = wish.text("page", "pageRef", "page_ref");
        Optional<String> url = wish.text("url");
        Optional<Node> node = wish.page() != null
                ? Optional.of(wish.page())
                : reference.flatMap(target::page).or(() -> url.flatMap(target::at));
        if (reference.isPresent() && node.isEmpty()) {
            warnings.add(
                    wish.remark("asks for the page '" + reference.get() + "', which is not there; it was left out."));
            return Optional.empty();
        }
        if (node.filter(MenuTarget::isHidden).isPresent()) {
            warnings.add(wish.remark("leads to a hidden page, which is in no menu; it was left out."));
            return Optional.empty();
        }
        Optional<String> fault = url.flatMap(target::fault);
        fault.ifPresent(what -> warnings.add(wish.remark(what)));
        if (fault.filter(what -> what.endsWith("left out.")).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(entry(wish, node, url));
    }

    private MenuEntry entry(MenuWish wish, Optional<Node> node, Optional<String> url) {
        String name = wish.text("name", "title")
                .or(() -> node.map(it -> it.headline().navTitle()))
                .or(() -> wish.text("identifier"))
                .or(() -> url)
                .orElse("");
        String href = url.map(target::href)
                .or(() -> node.map(it -> links.href(it.path())))
                .orElse("");
        MenuEntry entry = new MenuEntry(
                name,
                wish.text("identifier").orElse(""),
                href,
                wish.text("icon").orElse(""),
                weight(wish));
        return wish.page() == null || !wish.menu().equals(MenuWishes.MAIN) ? entry : below(entry, wish.page());
    }

    private double weight(MenuWish wish) {
        if (wish.weight().isEmpty()) {
            warnings.add(wish.remark("has a weight that is no number; it comes last."));
        }
        Page page = wish.page() == null ? null : wish.page().page();
        boolean isGiven = wish.text("weight").isPresent();
        return page == null || isGiven
                ? wish.weight().orElse(Double.POSITIVE_INFINITY)
                : page.listing().weight();
    }

    /** Adds what the entry of a page opens to show, if it asks for that: the sections in it, or the keys of some data. */
    private MenuEntry below(MenuEntry entry, Node node) {
        Page page = node.page();
        String dropdown = page == null ? null : page.placement().dropdown();
        if (page == null || dropdown == null || dropdown.equals("false")) {
            return entry;
        }
        if (dropdown.equals("true")) {
            node.listed().stream().filter(Node::isSection).map(this::entry).forEach(entry::add);
        } else if (dropdown.startsWith(DATA) && value(dropdown.substring(DATA.length())) instanceof Map<?, ?> keys) {
            keys.forEach((key, value) ->
                    entry(node, page, String.valueOf(key), value).ifPresent(entry::add));
        } else {
            warnings.add("%s: 'dropdown: %s' of the menu is neither true nor the keys of a file of data/."
                    .formatted(page.file(), dropdown));
        }
        return entry;
    }

    /** The entry of a key of some data: a page of that name in a section. */
    private Optional<MenuEntry> entry(Node section, Page page, String key, @Nullable Object value) {
        String path = section.path() + Slug.of(key) + "/";
        if (content.at(path).filter(Node::isListed).isEmpty()) {
            warnings.add("%s: the menu is to show '%s' of the data, but there is no page %s; it was left out."
                    .formatted(page.file(), key, path));
            return Optional.empty();
        }
        Object title = value instanceof Map<?, ?> values ? values.get("title") : value;
        String name = title instanceof String text && !text.isBlank() ? text : Slug.title(key);
        return Optional.of(new MenuEntry(name, "", links.href(path), "", Double.POSITIVE_INFINITY));
    }

    private @Nullable Object value(String path) {
        Object value = data;
        for (String name : path.split("[./]")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}
