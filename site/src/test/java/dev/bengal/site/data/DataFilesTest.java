package dev.bengal.site.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.site.SiteException;
import dev.bengal.site.SiteFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
    @TempDir
    private Path folder;

    @Test
    void data_isSeenByTemplatesWhateverItsFormat() {
        SiteFixture site = page("{% for m in data.team.members %}{{ m.name }},{% endfor %}{{ data.limits.max.pages }}"
                        + " {{ data['my-list'][1] }} {{ data.empty is null }} {{ data.one.two.three.ok }}"
                        + "{% for e in data.colors | entries %}{{ e.key }}={{ e.value }};{% endfor %}")
                .put("data/team/members.yaml", "- {name: Ada & Bo}", "- name: Cy")
                .put("data/limits.toml", "[max]", "pages = 7")
                .put("data/my-list.json", "[1, 2.50, null]")
                .put("data/empty.yml", "# nothing")
                .put("data/one/two/three.json", "\uFEFF{\"ok\": true}")
                .put("data/colors.yaml", "sea: blue", "sun: 1")
                .put("data/notes.txt", "left alone")
                .put("data/.hidden.yaml", "a: [");
        site.build();

        assertThat(site.page("a/index.html")).isEqualTo("Ada &amp; Bo,Cy,7 2.5 true truesea=blue;sun=1;");
    }

    @Test
    void data_isSeenByEveryKindOfPage() {
        SiteFixture site = page("{{ data.x }}")
                .put("data/x.yaml", "seen")
                .put("templates/term.html", "{{ data.x }}")
                .put("templates/404.html", "{{ data.x }}")
                .put("content/b.md", "---", "tags: [t]", "---", "B");
        site.build();

        assertThat(site.page("tags/t/index.html") + site.page("404.html")).isEqualTo("seenseen");
    }

    @Test
    void changedData_makesPagesAnew() {
        SiteFixture site = page("{{ data.x }}").put("data/x.yaml", "before");
        site.build();
        site.put("data/x.yaml", "after");
        site.build();

        assertThat(site.page("a/index.html")).isEqualTo("after");
    }

    @Test
    void brokenFile_isNamedWithItsLine() {
        assertFails("data/x.yaml", "a: 1\nb: [1\n", "data/x.yaml:3: not YAML: ");
        assertFails("data/x.json", "{\n  \"a\": 1,\n  nothing\n}", "data/x.json:3: not JSON: ");
        assertFails(
                "data/x.json",
                "{\"a\": [1, 2",
                "data/x.json:1: not JSON: Unexpected end-of-input: expected close marker for Array (start marker at line: 1, column: 7)");
        assertFails("data/x.json", "[1]\n[2]", "data/x.json:2: not JSON: there is more behind the end of the value.");
        assertFails("data/x.toml", "a = 1\nb = \n", "data/x.toml:2: not TOML: ");
        assertFails("data/x.yaml", "a: &a [*a]", "data/x.yaml:1: not YAML: more than 40 ");
    }

    @Test
    void json_asDeepAsNoOneWritesItIsRefused() {
        assertFails("data/x.json", "[".repeat(100_000), "data/x.json:1: not JSON: ");
    }

    @Test
    void names_mustBeDifferentToATemplate() {
        SiteFixture two = page("").put("data/x.yaml", "a").put("data/x.json", "1");
        assertThatThrownBy(two::build)
                .isInstanceOf(SiteException.class)
                .hasMessage("data/x.json and data/x.yaml have the same name to a template; rename one of them.");
    }

    @Test
    void names_ofAFolderAndAFileMustBeDifferent() {
        SiteFixture two = page("").put("data/x.yaml", "a").put("data/x/y.json", "1");
        assertThatThrownBy(two::build)
                .isInstanceOf(SiteException.class)
                .hasMessage("data/x.yaml and data/x/ have the same name to a template; rename one of them.");
    }

    @Test
    void menu_opensToShowTheKeysOfData() {
        SiteFixture site =
                page("{% for e in site.menu %}{{ e.title }}{% for c in e.children %}({{ c.title }} {{ c.href }})"
                                + "{% endfor %}{% endfor %}")
                        .put("data/tracks.yaml", "first-steps: {title: First steps}", "gone: {title: Gone}")
                        .put(
                                "content/tracks/_index.md",
                                "---",
                                "title: Tracks",
                                "menu: {dropdown: 'data:tracks'}",
                                "---",
                                "T")
                        .put("content/tracks/first-steps.md", "F");

        assertThat(site.build().warnings())
                .containsExactly(
                        "content/tracks/_index.md: the menu is to show 'gone' of the data, but there is no page"
                                + " /tracks/gone/; it was left out.");
        assertThat(site.page("a/index.html")).isEqualTo("Tracks(First steps /tracks/first-steps/)");
    }

    private void assertFails(String file, String text, String message) {
        SiteFixture site = new SiteFixture(folder.resolve(Integer.toHexString(text.hashCode())))
                .put("content/a.md", "A")
                .put(file, text);
        assertThatThrownBy(site::build).isInstanceOf(SiteException.class).hasMessageStartingWith(message);
    }

    private SiteFixture page(String template) {
        return new SiteFixture(folder).put("templates/page.html", template).put("content/a.md", "A");
    }
}
