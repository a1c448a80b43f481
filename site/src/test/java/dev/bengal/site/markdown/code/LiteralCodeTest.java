package dev.bengal.site.markdown.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.markdown.RenderedProse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiteralCodeTest {
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
        prose.site()
                .put("content/docs/_code/a.txt", "one", "<two>", ":::", "four", "five")
                .put("content/_code/run.py", "---", "x = 1", "---", "def f(): pass");
    }

    @Test
    void literalInclude_showsTheFileAsItIs() {
        assertThat(prose.of(":::{literalinclude} _code/a.txt", ":::"))
                .isEqualTo(
                        "<pre tabindex=\"0\"><code class=\"language-txt\">one\n&lt;two&gt;\n:::\nfour\nfive</code></pre>");
        assertThat(prose.of(":::{literalinclude} /_code/run.py", ":::"))
                .contains("class=\"language-python\"")
                .contains("<span class=\"k\">def</span>")
                .contains("---");
    }

    @Test
    void literalInclude_countsLinesAsTheFileDoes() {
        assertThat(prose.of(
                        ":::{literalinclude} _code/a.txt",
                        ":language: text",
                        ":start-line: 2",
                        ":end-line: 4",
                        ":emphasize-lines: 4",
                        ":linenos: true",
                        ":caption: A & B",
                        ":::"))
                .isEqualTo("""
                        <figure class="titled-code">
                        <figcaption>A &amp; B</figcaption>
                        <pre tabindex="0"><code class="language-text"><span class="ln" data-n="2"></span>&lt;two&gt;
                        <span class="ln" data-n="3"></span>:::
                        <mark><span class="ln" data-n="4"></span>four
                        </mark></code></pre>
                        </figure>""");
    }

    @Test
    void literalInclude_marksNothingBeforeItsFirstLine() {
        assertThat(prose.of(":::{literalinclude} _code/a.txt", ":start-line: 4", ":emphasize-lines: 1-2", ":::"))
                .isEqualTo("<pre tabindex=\"0\"><code class=\"language-txt\">four\nfive\n</code></pre>");
    }

    @Test
    void literalInclude_readsNothingElsewhere(@TempDir Path other) throws IOException {
        Path secret = Files.writeString(other.resolve("secret.txt"), "secret");
        prose.site().put("data/secret.txt", "secret").put("content/docs/.hidden.txt", "secret");
        Files.createSymbolicLink(prose.site().root().resolve("content/docs/link.txt"), secret);

        for (String path : new String[] {
            "../../../secret.txt", "../../data/secret.txt", ".hidden.txt", "link.txt", secret.toString(), "none.txt", ""
        }) {
            assertThat(prose.warnings(":::{literalinclude} " + path, ":::"))
                    .as(path)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("content/docs/page.md:1: ");
            assertThat(prose.now()).as(path).isEmpty();
        }
    }
}
