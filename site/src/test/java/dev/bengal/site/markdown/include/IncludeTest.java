package dev.bengal.site.markdown.include;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.markdown.RenderedProse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludeTest {
    private Path folder;
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        this.folder = folder;
        prose = new RenderedProse(folder);
    }

    private static String[] include(String file) {
        return new String[] {"before", "", ":::{include} " + file, ":::", "", "after"};
    }

    @Test
    void include_standsInPlaceOfItself() {
        prose.site().put("content/_snippets/my_own_note.md", "## Head", "", "[[docs/page|me]] | *x*");

        assertThat(prose.of(include("_snippets/my_own_note.md"))).isEqualTo("""
                        <p>before</p>
                        <h2 id="head">Head<a class="anchor" href="#head" aria-hidden="true" tabindex="-1">#</a></h2>
                        <p><a href="/docs/page/">me</a> | <em>x</em></p>
                        <p>after</p>""");
        assertThat(prose.site().page("docs/page/index.html")).contains("<a href=\"#head\">Head</a>");
    }

    @Test
    void include_isFoundBesidePageBeforeTop() {
        prose.site().put("content/docs/_s/a.md", "near").put("content/_s/a.md", "far");

        assertThat(prose.of(include("_s/a.md"))).contains("<p>near</p>");
        assertThat(prose.of(include("/_s/a.md"))).contains("<p>far</p>");
        assertThat(prose.of(include("../_s/a.md"))).contains("<p>far</p>");
    }

    @Test
    void include_leavesFrontMatterOutAndTakesLines() {
        prose.site().put("content/_a.md", "---", "title: A", "---", "one", "", "two", "", "three");

        assertThat(prose.of(":::{include} _a.md", ":start-line: 3", ":end-line: 3", ":::"))
                .isEqualTo("<p>two</p>");
        assertThat(prose.of(":::{include} _a.md", ":start-line: 9", ":end-line: 3", ":::"))
                .isEmpty();
        assertThat(prose.of(":::{include} _a.md", ":end-line: 1", ":::")).isEqualTo("<p>one</p>");
    }

    @Test
    void include_mayIncludeFilesBesideItself() {
        prose.site().put("content/_s/a.md", "a", ":::{include} b.md", ":::").put("content/_s/b.md", "b");

        assertThat(prose.of(include("_s/a.md"))).isEqualTo("<p>before</p>\n<p>a</p>\n<p>b</p>\n<p>after</p>");
    }

    @Test
    void include_ofMissingFileIsLeftOutAndWarned() {
        assertThat(prose.warnings(include("_none.md")))
                .containsExactly(
                        "content/docs/page.md:3: it includes '_none.md', which is neither beside it nor in content/.");
        assertThat(prose.now()).isEqualTo("<p>before</p>\n<p>after</p>");
        assertThat(prose.warnings(":::{include}", ":::"))
                .containsExactly("content/docs/page.md:1: an :::{include} names no file; write one behind it.");
    }

    @Test
    void include_neverLeavesContent() throws IOException {
        Files.writeString(Files.createDirectories(folder).resolve("secret.md"), "secret");
        prose.site().put("secret.md", "secret").put("content/.hidden/a.md", "secret");
        Files.createSymbolicLink(prose.site().root().resolve("content/_link.md"), folder.resolve("secret.md"));

        for (String path : new String[] {
            "../../secret.md",
            "/../secret.md",
            "../../../secret.md",
            folder.resolve("secret.md").toString(),
            "_x/../../../secret.md",
            "..\\..\\secret.md",
            ".hidden/a.md",
            "_link.md",
            "a\u0000b.md"
        }) {
            assertThat(prose.warnings(include(path))).as(path).hasSize(1);
            assertThat(prose.now()).as(path).isEqualTo("<p>before</p>\n<p>after</p>");
        }
    }

    @Test
    void include_ofItselfIsWarned() {
        prose.site()
                .put("content/_a.md", "a", ":::{include} _b.md", ":::")
                .put("content/_b.md", "b", ":::{include} _a.md", ":::");

        assertThat(prose.warnings(include("_a.md")))
                .containsExactly("content/_b.md:2: it includes content/_a.md, which includes itself.");
        assertThat(prose.warnings(include("page.md")))
                .containsExactly("content/docs/page.md:3: it includes content/docs/page.md, which includes itself.");
    }

    @Test
    void include_thatGrowsWithoutEndIsStopped() {
        for (int i = 0; i < 20; i++) {
            String next = ":::{include} _" + (i + 1) + ".md";
            prose.site().put("content/_" + i + ".md", next, ":::", next, ":::", next, ":::", next, ":::");
        }
        prose.site().put("content/_20.md", "end");

        assertThat(prose.warnings(include("_0.md")))
                .anyMatch(warning -> warning.contains("more than 4 million characters")
                        || warning.contains("in more than 20 blocks"));
    }

    @Test
    void include_inDeepNestingIsBorne() {
        prose.site().put("content/_a.md", "> ".repeat(90) + ":::{include} _b.md", "> ".repeat(90) + ":::");
        prose.site().put("content/_b.md", "> ".repeat(5_000) + "x");

        assertThat(prose.warnings(":::{include} _a.md", ":::"))
                .containsExactly("content/_a.md:1: it includes content/_b.md in more than 20 blocks.");
        assertThat(prose.warnings("> ".repeat(18) + ":::{include} _b.md", "> ".repeat(18) + ":::"))
                .isEmpty();
    }
}
