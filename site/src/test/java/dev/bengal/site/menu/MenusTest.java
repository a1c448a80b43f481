package dev.bengal.site.menu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.SiteBuild;
import dev.bengal.site.SiteFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MenusTest {
    private static final String SHOWN = "{% for e in site.menu %}[{{ e.title }} {{ e.href }}"
            + "{% for c in e.children %}({{ c.title }} {{ c.href }}){% endfor %}]{% endfor %}"
            + "/{% for e in site.menus.footer %}[{{ e.title }} {{ e.href }}]{% endfor %}";

    @TempDir
    private Path folder;

    @Test
    void menu_hasTheSectionsWhereNobodyWroteOne() {
        SiteFixture site = site().put(
                        "bengal.yaml", "baseurl: /sub", "menu: {extra: [{name: Code, url: 'https://example.org/x'}]}")
                .put("content/b/_index.md", "---", "title: B", "weight: 2", "---", "B")
                .put("content/b/two.md", "Two")
                .put("content/a/one.md", "One")
                .put("content/alone.md", "No section");

        assertThat(site.build().warnings()).isEmpty();
        assertThat(site.page("index.html")).isEqualTo("[B /sub/b/][A /sub/a/][Code https://example.org/x]/");
    }

    @Test
    void bundle_gathersWhatIsThereOfItsItems() {
        SiteFixture site = site().put(
                        "bengal.toml",
                        "[params]",
                        "repo_url = \"https://example.org/code\"",
                        "[menu.bundles.dev]",
                        "name = \"Developers\"",
                        "items = [\"github\", \"api\", \"cli\", \"guide/x.md\"]",
                        "weight = 1",
                        "[menu.bundles.more]",
                        "items = [\"cli\", \"notes\"]")
                .put("content/api/one.md", "One")
                .put("content/guide/x.md", "---", "title: X", "---", "X")
                .put("content/notes/n.md", "N");

        assertThat(site.build().warnings()).isEmpty();
        assertThat(site.page("index.html"))
                .isEqualTo("[Developers (GitHub https://example.org/code)(Api /api/)(X /guide/x/)]"
                        + "[Guide /guide/][Notes /notes/]/");
    }

    @Test
    void bundle_thatIsNoneIsWarnedOf() {
        SiteFixture site = site().put(
                        "bengal.yaml",
                        "menu:",
                        "  bundles:",
                        "    empty: {name: Empty}",
                        "    odd:",
                        "      items: [gone]",
                        "      min_items: few");

        assertThat(site.build().warnings())
                .containsExactly(
                        "bengal.yaml:3: the bundle 'empty' of the menu has no list 'items' and was left out; "
                                + "write items = [\"github\"].",
                        "bengal.yaml:6: 'menu.bundles.odd.min_items' is 'few', which is no number; it counts as 2.",
                        "bengal.yaml:5: the entry of the menu 'main' asks for the page 'gone', which is not there; "
                                + "it was left out.");
    }

    @Test
    void menu_isReadFromTomlInItsOrderByWeightAndParent() {
        SiteFixture site = site().put(
                        "bengal.toml",
                        "[[menu.main]]",
                        "name = \"More\"",
                        "identifier = \"more\"",
                        "url = \"#\"",
                        "[[menu.main]]",
                        "page = \"guide/install.md\"",
                        "parent = \"more\"",
                        "[[menu.main]]",
                        "name = \"First & best\"",
                        "url = \"/guide/?a=b#c\"",
                        "weight = 1",
                        "[[menu.footer]]",
                        "name = \"Mail\"",
                        "url = \"mailto:a@example.org\"")
                .put("content/guide/install.md", "---", "title: Install it", "nav_title: Install", "---", "I");

        assertThat(site.build().warnings()).isEmpty();
        assertThat(site.page("index.html"))
                .isEqualTo(
                        "[First &amp; best /guide/?a=b#c][More (Install /guide/install/)]/[Mail mailto:a@example.org]");
    }

    @Test
    void menu_hasThePagesThatAskForIt() {
        SiteFixture site = site().put("content/_index.md", "---", "title: Home", "menu: footer", "---", "Home")
                .put("content/a/_index.md", "---", "title: A", "weight: 5", "menu: {dropdown: true}", "---", "A")
                .put("content/a/x/y.md", "Y")
                .put("content/b.md", "---", "title: B", "menu:", "  main:", "    weight: 1", "    name: Be", "---", "B")
                .put("content/c.md", "---", "title: C", "menu: [main, footer]", "weight: 9", "---", "C")
                .put("content/d.md", "---", "title: D", "menu: {main: {parent: c}}", "---", "D");

        assertThat(site.build().warnings()).isEmpty();
        assertThat(site.page("index.html")).isEqualTo("[Be /b/][A /a/(X /a/x/)][C /c/(D /d/)]/[C /c/][Home /]");
    }

    @Test
    void menu_warnsOfWhatLeadsNowhereWithFileAndLine() {
        SiteFixture site = site().put(
                        "config/_default/menu.yaml",
                        "menu:",
                        "  main:",
                        "    - name: Gone",
                        "      url: /gone/",
                        "    - {name: Lost, page: docs/lost}",
                        "    - {name: Empty}",
                        "    - {name: Orphan, url: /tags/, parent: nobody, weight: much}",
                        "    - {name: Script, url: 'javascript:alert(1)'}",
                        "    - {name: Round, url: /, parent: trip}",
                        "    - {name: Trip, url: /a/, parent: round}",
                        "    - {url: /secret/}",
                        "    - words",
                        "  footer: words")
                .put("content/a/b.md", "---", "tags: [t]", "---", "B")
                .put("content/secret.md", "---", "hidden: true", "menu: footer", "---", "S");
        SiteBuild build = site.build();

        assertThat(build.warnings())
                .containsExactly(
                        "config/_default/menu.yaml:13: 'menu.footer' is no list of entries and was left out; write"
                                + " [[menu.footer]] with a name and a url.",
                        "config/_default/menu.yaml:2: entry 9 of 'menu.main' is no table and was left out; give it a name"
                                + " and a url.",
                        "content/secret.md:3: the entry of the menu 'footer' leads to a hidden page, which is in no menu; it"
                                + " was left out.",
                        "config/_default/menu.yaml:3: the entry 'Gone' of the menu 'main' leads to '/gone/', where nothing"
                                + " is.",
                        "config/_default/menu.yaml:5: the entry 'Lost' of the menu 'main' asks for the page 'docs/lost',"
                                + " which is not there; it was left out.",
                        "config/_default/menu.yaml:7: the entry 'Orphan' of the menu 'main' has a weight that is no number;"
                                + " it comes last.",
                        "config/_default/menu.yaml:8: the entry 'Script' of the menu 'main' has the url"
                                + " 'javascript:alert(1)', whose kind a menu cannot have; it was left out.",
                        "config/_default/menu.yaml:11: the entry of the menu 'main' leads to a hidden page, which is in no"
                                + " menu; it was left out.",
                        "config/_default/menu.yaml:7: the entry 'Orphan' of the menu 'main' asks for the parent 'nobody',"
                                + " which is not there; it stands at the top.",
                        "config/_default/menu.yaml:10: the entry 'Trip' of the menu 'main' is above its parent 'round', too;"
                                + " it stands at the top.",
                        "config/_default/menu.yaml:6: the entry 'Empty' of the menu 'main' has no url, no page and nothing"
                                + " below it; it was left out.");
        assertThat(site.page("index.html")).isEqualTo("[Gone /gone/][Orphan /tags/][Trip /a/(Round /)]/");
    }

    @Test
    void menu_knowsEveryFileThatTheSiteHas() {
        SiteFixture site = site().put(
                        "bengal.yaml",
                        "menu:",
                        "  main:",
                        "    - {url: /index.json}",
                        "    - {url: /assets/x.pdf}",
                        "    - {url: /CNAME}",
                        "    - {url: old/page}",
                        "    - {url: /a/picture.svg}",
                        "    - {url: '#top'}")
                .put("assets/x.pdf", "x")
                .put("static/CNAME", "x")
                .put("content/a/picture.svg", "<svg/>")
                .put("content/a/b.md", "---", "aliases: [/old/page/]", "---", "B");

        assertThat(site.build().warnings()).isEmpty();
    }

    @Test
    void menu_isShownByTheThemeAboveAndBelow() {
        SiteFixture site = new SiteFixture(folder)
                .put(
                        "bengal.yaml",
                        "menu:",
                        "  main:",
                        "    - {name: More, identifier: m, url: '#'}",
                        "    - {name: Guide, url: /guide/, parent: m}",
                        "    - {name: Notes, url: /notes/}",
                        "  footer: [{name: Imprint, url: /guide/}]")
                .put("content/guide/_index.md", "Guide")
                .put("content/notes/a.md", "A");
        site.build();

        assertThat(site.page("notes/index.html").replaceAll("\\s*\n\\s*", ""))
                .contains(
                        "<details class=\"submenu\"><summary>More</summary><div><a href=\"/guide/\">Guide</a></div></details>")
                .contains("<a href=\"/notes/\" aria-current=\"page\">Notes</a>")
                .contains("<nav aria-label=\"Footer\"><a href=\"/guide/\">Imprint</a></nav>");
        assertThat(site.page("notes/a/index.html")).contains("<a href=\"/notes/\" class=\"here\">Notes</a>");
    }

    @Test
    void menu_thatChangedShowsInEveryPageOfAnIncrementalBuild() {
        SiteFixture site =
                site().put("content/a.md", "---", "title: A", "---", "A").put("content/b.md", "B");
        site.build();
        site.put("content/a.md", "---", "title: A", "menu: footer", "---", "A");
        site.build();

        assertThat(site.page("b/index.html")).isEqualTo("/[A /a/]");
    }

    private SiteFixture site() {
        return new SiteFixture(folder)
                .put("templates/home.html", SHOWN)
                .put("templates/page.html", SHOWN)
                .put("content/_index.md", "Home");
    }
}
