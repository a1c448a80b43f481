package dev.bengal.site.markdown.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.site.markdown.RenderedProse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryTest {
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
        prose.site()
                .put(
                        "data/glossary.yaml",
                        "terms:",
                        "  - term: Zeta <z>",
                        "    definition: The `last`, see [[docs/page|me]]",
                        "    tags: [core, late]",
                        "  - term: Alpha",
                        "    definition: First & one",
                        "    tags: core",
                        "  - term: Mu",
                        "    definition: |",
                        "      Two",
                        "",
                        "      paragraphs",
                        "    tags: [other]");
    }

    @Test
    void glossary_showsTermsOfItsTags() {
        assertThat(prose.of(":::{glossary}", ":tags: core , none", ":::")).isEqualTo("""
                        <div class="directive directive-glossary">
                        <dl>
                        <dt>Zeta &lt;z&gt;</dt>
                        <dd>The <code>last</code>, see <a href="/docs/page/">me</a></dd>
                        <dt>Alpha</dt>
                        <dd>First &amp; one</dd>
                        </dl>
                        </div>""");
    }

    @Test
    void glossary_isSortedCutAndFolded() {
        assertThat(prose.of(
                        ":::{glossary} Words",
                        ":sorted: true",
                        ":limit: 1",
                        ":collapsed: true",
                        ":show-tags: true",
                        ":::"))
                .isEqualTo("""
                        <details class="directive directive-glossary">
                        <summary class="directive-title">Words</summary>
                        <dl>
                        <dt>Alpha</dt>
                        <dd>First &amp; one <span class="badge">core</span></dd>
                        </dl>
                        <details>
                        <summary class="more">2 more terms</summary>
                        <dl>
                        <dt>Mu</dt>
                        <dd>
                        <p>Two</p>
                        <p>paragraphs</p>
                         <span class="badge">other</span></dd>
                        <dt>Zeta &lt;z&gt;</dt>
                        <dd>The <code>last</code>, see <a href="/docs/page/">me</a> <span class="badge">core</span> <span class="badge">late</span></dd>
                        </dl>
                        </details>
                        </details>""");
    }

    @Test
    void glossary_ofOtherFileMustBeData() {
        prose.site()
                .put("data/more/words.yaml", "terms: [{term: T, definition: D}]")
                .put("secret.yaml", "terms: []");

        assertThat(prose.of(":::{glossary}", ":source: data/more/words.yaml", ":::"))
                .contains("<dt>T</dt>");
        assertThat(prose.warnings(":::{glossary}", ":source: ../secret.yaml", ":::"))
                .containsExactly("content/docs/page.md:1: its glossary needs ../secret.yaml, which is not in data/.");
    }

    @Test
    void glossary_thatIsNoneIsWarned() {
        prose.site().put("data/glossary.yaml", "words: []");
        assertThat(prose.warnings(":::{glossary}", ":::"))
                .containsExactly(
                        "content/docs/page.md:1: its glossary data/glossary.yaml is none: it has no list 'terms'.");
        prose.site().put("data/glossary.yaml", "terms:", "- term: A", "  definition: B", "- term: C");
        assertThat(prose.warnings(":::{glossary}", ":::"))
                .containsExactly("content/docs/page.md:1: its glossary data/glossary.yaml is none: "
                        + "number 2 of its terms has no 'term' or no 'definition'.");
        prose.site().put("data/glossary.yaml", "terms: [");
        assertThatThrownBy(() -> prose.warnings(":::{glossary}", ":::"))
                .hasMessageStartingWith("data/glossary.yaml:1: not YAML: ");
    }

    @Test
    void glossary_withoutTermOfItsTagIsWarned() {
        assertThat(prose.warnings(":::{glossary}", ":tags: none", ":::"))
                .containsExactly("content/docs/page.md:1: its glossary is empty: "
                        + "no term in data/glossary.yaml has one of the tags 'none'.");
    }

    @Test
    void glossary_inItsOwnDefinitionEnds() {
        prose.site()
                .put("content/_again.md", ":::{glossary}", ":::")
                .put(
                        "data/glossary.yaml",
                        "terms:",
                        "- term: A",
                        "  definition: |",
                        "    :::{include} /_again.md",
                        "    :::");

        assertThat(prose.warnings(":::{glossary}", ":::"))
                .containsExactly("content/_again.md:1: a definition of its glossary shows a glossary.");
    }

    @Test
    void glossary_changesWithItsFile() {
        prose.of(":::{glossary}", ":tags: other", ":::");
        prose.site().put("data/glossary.yaml", "terms: [{term: New, definition: x, tags: [other]}]");

        assertThat(prose.site().build().anew()).isPositive();
        assertThat(prose.now()).contains("<dt>New</dt>");
    }
}
