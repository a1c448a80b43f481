package dev.bengal.site.incremental;

import dev.bengal.site.SiteFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A made-up site that looks like a real one, and the next of endless changes to it, by a seed. What an author, a designer, a
 * tool or an accident does: texts, front matter, files, templates, data, configuration, and the output itself.
 */
final class EditedSite {
    private static final List<String> SECTIONS = List.of("guide", "guide/deep", "reference", "notes", "about");
    private static final List<String> TAGS = List.of("Setup", "first steps", "java", "Zoë", "C++", "ops");
    private static final long FIRST_SECOND = 1_600_000_000L;

    private final SiteFixture site;
    private final Random random;
    private final boolean aging;
    private final Map<String, FrontMatter> pages = new TreeMap<>();
    private int writes;

    /** @param aging whether each change has a time of its own in the past, so that times are trusted; if not, all are new */
    EditedSite(SiteFixture site, long seed, boolean aging) {
        this.site = site;
        this.random = new Random(seed);
        this.aging = aging;
        put("bengal.toml", config());
        put("data/team.yaml", team());
        put(
                "templates/term.html",
                "{% extends \"base.html\" %}{% block main %}{{ term.name }}"
                        + "{% for member in data.team %}{{ member.name }}{% endfor %}{% include \"cards.html\" %}{% endblock %}");
        put("content/guide/picture.svg", "<svg/>");
        put("static/CNAME", "example.org\n");
        put("content/_snippets/note.md", "A *note* to include.\n");
        put("data/glossary.yaml", glossary());
        addPage("_index.md");
        SECTIONS.forEach(section -> addPage(section + "/_index.md"));
        for (int i = 0; i < 30; i++) {
            addPage(newName());
        }
    }

    /** Changes something, and says what. */
    String change() {
        int kind = random.nextInt(46);
        if (kind < 10) {
            return text(anyPage());
        }
        if (kind < 22) {
            return frontMatter(anyPage());
        }
        return switch (kind) {
            case 22, 23 -> said("add ", addPage(newName()));
            case 24, 25 -> delete(anyPage());
            case 26, 27 -> rename(anyPage());
            case 28 -> index(one(SECTIONS) + "/_index.md");
            case 29 -> said("break ", put("content/" + anyPage(), "---\ntags: [a, b\n---\nBroken\n"));
            case 30 -> said("configure ", put("bengal.toml", config()));
            case 31 -> template();
            case 32 ->
                switch (random.nextInt(3)) {
                    case 0 -> said("data ", put("data/team.yaml", team()));
                    case 1 -> said("table ", put("data/table.csv", "a,b\n" + random.nextInt(9) + ",x\n"));
                    default -> said("glossary ", put("data/glossary.yaml", glossary()));
                };
            case 33 -> said("asset ", put("assets/bengal.css", "a { color: #" + random.nextInt(9) + "00 }\n"));
            case 34 -> toggle(one(List.of("content/guide/picture.svg", "content/notes/a b.txt", "static/robots.txt")));
            case 35 ->
                toggle(one(List.of("static/guide/index.html", "static/old/1/index.html", "content/notes/p.svg")));
            case 36 -> snippet();
            case 37 -> damageOutput();
            case 38 -> damageMemory();
            case 39 -> touch(anyPage());
            case 40 -> toggle("data/more/list.json", "[" + random.nextInt(5) + "]");
            case 41 -> said("menu ", put("config/_default/menu.yaml", menu()));
            case 42 -> cascade();
            case 43, 44 -> fileOrFolder();
            default ->
                said("pagination ", put("config/_default/lists.yaml", "pagination: {size: " + random.nextInt(5) + "}"));
        };
    }

    private String text(String page) {
        return said("text of ", putPage(page, body()));
    }

    private String frontMatter(String page) {
        FrontMatter front = Objects.requireNonNull(pages.get(page));
        String key = one(List.of(
                "title",
                "description",
                "tags",
                "categories",
                "weight",
                "date",
                "hidden",
                "draft",
                "aliases",
                "slug",
                "nav_title",
                "type",
                "template",
                "menu",
                "author",
                "lang"));
        front.set(key, random);
        return said("front matter " + key + " of ", putPage(page, null));
    }

    private String addPage(String name) {
        pages.put(name, new FrontMatter());
        pages.get(name).set("title", random);
        if (random.nextBoolean()) {
            pages.get(name).set("tags", random);
        }
        return putPage(name, body());
    }

    private String delete(String page) {
        pages.remove(page);
        remove("content/" + page);
        return "delete " + page;
    }

    private String rename(String page) {
        FrontMatter front = Objects.requireNonNull(pages.remove(page));
        String to = newName();
        pages.put(to, front);
        Path target = site.root().resolve("content/" + to);
        try {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.move(site.root().resolve("content/" + page), target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "rename " + page + " to " + to;
    }

    private String index(String page) {
        return pages.containsKey(page) ? delete(page) : said("add ", addPage(page));
    }

    private String template() {
        return one(List.of(
                        toggleable(
                                "templates/page.html",
                                "{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1>"
                                        + "{{ page.content | raw }}{% endblock %}"),
                        toggleable(
                                "templates/special.html",
                                "<p>Special {{ page.title }} {{ page.params.author | default('nobody') }}</p>"),
                        toggleable("templates/doc.html", "{% include \"article.html\" %}" + random.nextInt(3)),
                        toggleable("templates/cards.html", "<ul class=own></ul>")))
                .run();
    }

    private Action toggleable(String file, String text) {
        return () ->
                Files.exists(site.root().resolve(file)) ? said("no ", remove(file)) : said("own ", put(file, text));
    }

    /** The same address is a file, a folder or a page in turn. */
    private String fileOrFolder() {
        String name = one(List.of("guide/switch", "switch"));
        pages.remove(name + ".md");
        for (String file : List.of("content/" + name + ".md", "static/" + name + "/inner.txt", "static/" + name)) {
            if (Files.exists(site.root().resolve(file))) {
                remove(file);
            }
        }
        return switch (random.nextInt(3)) {
            case 0 -> said("file ", put("static/" + name, "file"));
            case 1 -> said("folder ", put("static/" + name + "/inner.txt", "folder"));
            default -> said("page ", addPage(name + ".md"));
        };
    }

    private String toggle(String file) {
        return toggle(file, "<p>" + random.nextInt(3) + "</p>");
    }

    private String toggle(String file, String text) {
        return toggleable(file, text).run();
    }

    /** A section hands down another key. */
    private String cascade() {
        String page = random.nextInt(4) == 0 ? "_index.md" : one(SECTIONS) + "/_index.md";
        if (!pages.containsKey(page)) {
            return said("add ", addPage(page));
        }
        Objects.requireNonNull(pages.get(page)).set("cascade", random);
        return said("cascade of ", putPage(page, null));
    }

    private String menu() {
        int entries = random.nextInt(4);
        StringBuilder menu = new StringBuilder("menu:\n  footer: [{name: Tags, url: /tags/}]\n  extra:\n");
        for (int i = 0; i < entries; i++) {
            menu.append("    - {name: N")
                    .append(random.nextInt(9))
                    .append(", page: '")
                    .append(nameOf(anyPage()))
                    .append("'}\n");
        }
        return menu.append(random.nextBoolean() ? "  main: [{url: /guide/}]\n" : "")
                .toString();
    }

    private String team() {
        return "- name: " + random.nextInt(9) + "\n";
    }

    /** One of two files to include, of which each may include the other, a page, or one that is not there. */
    private String snippet() {
        String file = "content/_snippets/" + one(List.of("note", "more")) + ".md";
        if (random.nextInt(4) == 0) {
            return toggle(file);
        }
        String inside = one(List.of("", "more.md", "note.md", "/guide/_index.md", "[[" + nameOf(anyPage()) + "]]"));
        return said(
                "snippet ",
                put(
                        file,
                        "## Snippet " + random.nextInt(5) + "\n\n"
                                + (inside.endsWith(".md") ? ":::{include} " + inside + "\n:::\n" : inside + "\n")));
    }

    private String glossary() {
        return "terms:\n- term: T" + random.nextInt(3) + "\n  tags: [a]\n  definition: See [["
                + (pages.isEmpty() ? "guide" : nameOf(anyPage())) + "]]\n"
                + (random.nextInt(4) == 0 ? "- term: broken\n" : "");
    }

    /** Someone edits, empties or deletes what was built. */
    private String damageOutput() {
        List<Path> built = files(site.output());
        if (built.isEmpty()) {
            return "nothing";
        }
        Path file = built.get(random.nextInt(built.size()));
        try {
            if (random.nextBoolean()) {
                Files.delete(file);
            } else {
                Files.writeString(file, "damaged");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "damage " + site.output().relativize(file);
    }

    /** The memory is cut short, or loses a byte to another. */
    private String damageMemory() {
        for (Path file : files(site.root().resolve(".bengal-cache"))) {
            if (String.valueOf(file.getFileName()).startsWith("memory-")) {
                try {
                    byte[] bytes = Files.readAllBytes(file);
                    int at = random.nextInt(bytes.length);
                    bytes[at] ^= 1;
                    Files.write(file, random.nextBoolean() ? bytes : java.util.Arrays.copyOf(bytes, at));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return "damage memory";
    }

    private String touch(String page) {
        age(site.root().resolve("content/" + page));
        return "touch " + page;
    }

    private String config() {
        return "title = \"Site " + random.nextInt(3) + "\"\nbaseurl = \"https://example.org/"
                + (random.nextInt(4) == 0 ? "sub/" : "") + "\"\n"
                + (random.nextBoolean() ? "description = \"About <it> & more\"\n" : "")
                + "[markup]\nhighlight = " + random.nextBoolean() + "\nunsafe = " + random.nextBoolean() + "\n";
    }

    private String body() {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(3) == 0) {
            text.append("# Heading ").append(random.nextInt(5)).append("\n\n");
        }
        text.append("Words ").append(random.nextInt(1000)).append(" of *text*.\n\n");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(link()).append("\n\n");
        }
        if (random.nextInt(4) == 0) {
            text.append(":::{note} Note\nInside [[").append(nameOf(anyPage())).append("]].\n:::\n\n");
        }
        if (random.nextInt(6) == 0) {
            String file = one(List.of("/_snippets/note.md", "_snippets/more.md", nameOf(anyPage()) + ".md"));
            text.append(":::{include} ").append(file).append("\n:::\n\n");
        }
        if (random.nextInt(6) == 0) {
            text.append("```java {2}\nint a = ").append(random.nextInt(9)).append(";\n// <b>\n```\n\n<b>raw</b>\n\n");
        }
        if (random.nextInt(8) == 0) {
            text.append(":::{glossary}\n:tags: ").append(one(List.of("a", "b"))).append("\n:::\n\n");
        }
        if (random.nextInt(6) == 0) {
            text.append(":::{child-cards}\n:::\n\n");
        }
        if (random.nextInt(4) == 0) {
            text.append(navigation()).append("\n:::\n\n");
        }
        if (random.nextInt(8) == 0) {
            text.append(":::{data-table} table.csv\n:::\n\n:::{excerpt-break}\n\n$x$\n\n");
        }
        return text.toString();
    }

    private String navigation() {
        return one(List.of(
                ":::{breadcrumbs}",
                ":::{siblings}\n:show-description:",
                ":::{prev-next}",
                ":::{related}\n:show-tags:",
                ":::{related}\n:tags: java, zoë"));
    }

    private String link() {
        String target = random.nextInt(5) == 0 ? "guide/nowhere" + random.nextInt(5) : nameOf(anyPage());
        return switch (random.nextInt(6)) {
            case 0 -> "[[" + target + "]]";
            case 1 -> "[[" + target + "|label]]";
            case 2 -> "[link](/" + target + "/)";
            case 3 -> "[link](" + target + ".md)";
            case 4 -> "![picture](picture.svg)";
            default -> "[up](../" + target + "/)";
        };
    }

    private String nameOf(String page) {
        return page.replaceAll("/?_index\\.md$|/?index\\.md$|\\.md$", "");
    }

    private String newName() {
        String section = random.nextInt(6) == 0 ? "" : one(SECTIONS) + "/";
        int number = random.nextInt(60);
        return section
                + switch (random.nextInt(8)) {
                    case 0 -> "bundle" + number + "/index.md";
                    case 1 -> "Ünïcode " + number + ".md";
                    default -> "page" + number + ".md";
                };
    }

    private String anyPage() {
        return pages.isEmpty() ? "_index.md" : one(new ArrayList<>(pages.keySet()));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String said(String what, String file) {
        return what + file;
    }

    private String putPage(String page, @org.jspecify.annotations.Nullable String body) {
        FrontMatter front = Objects.requireNonNull(pages.get(page));
        front.body = body == null ? front.body : body;
        put("content/" + page, front + front.body);
        return page;
    }

    private String put(String file, String text) {
        site.put(file, text);
        age(site.root().resolve(file));
        return file;
    }

    private void age(Path file) {
        writes++;
        if (aging && Files.exists(file)) {
            try {
                Files.setLastModifiedTime(file, FileTime.fromMillis((FIRST_SECOND + writes) * 1000));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String remove(String file) {
        try {
            Files.deleteIfExists(site.root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Action {
        String run();
    }

    /** What stands above a text; keys in a fixed order. */
    private static final class FrontMatter {
        private final Map<String, String> values = new TreeMap<>();
        private String body = "";

        void set(String key, Random random) {
            if (values.containsKey(key) && !key.equals("title") && random.nextInt(3) == 0) {
                values.remove(key);
                return;
            }
            values.put(key, value(key, random));
        }

        private static String value(String key, Random random) {
            int number = random.nextInt(12);
            return switch (key) {
                case "tags", "categories" ->
                    "[\"" + TAGS.get(random.nextInt(TAGS.size())) + "\", " + TAGS.get(random.nextInt(4)) + "]";
                case "weight" -> String.valueOf(number);
                case "date" -> "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9);
                case "hidden", "draft" -> number < 3 ? "true" : "false";
                case "aliases" -> "[/old/" + number + "/, /guide/]";
                case "slug" -> "slug-" + number;
                case "type" -> number < 6 ? "doc" : "page";
                case "template" -> number < 6 ? "special.html" : "missing.html";
                case "menu" ->
                    number < 4 ? "main" : number < 8 ? "{footer: {weight: " + number + "}}" : "{dropdown: true}";
                case "cascade" ->
                    number < 4
                            ? "{type: doc, author: A" + number + "}"
                            : number < 8 ? "{lang: de}" : "{tags: [\"java\"]}";
                case "author" -> "B" + number;
                case "lang" -> number < 6 ? "de" : "fr";
                default -> "\"" + key + " <" + number + ">\"";
            };
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("---\n");
            values.forEach(
                    (key, value) -> text.append(key).append(": ").append(value).append('\n'));
            return text.append("---\n\n").toString();
        }
    }
}
