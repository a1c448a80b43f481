package dev.bengal.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text may do to the page that it is shown on. */
class UnsafeHtmlTest {
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
    }

    @Test
    void html_staysHtml() {
        assertThat(prose.of("<div onclick=\"x()\">a</div>", "", "b <kbd>c</kbd>"))
                .isEqualTo("<div onclick=\"x()\">a</div>\n<p>b <kbd>c</kbd></p>");
    }

    @Test
    void html_isTextWhereConfigurationSaysSo() {
        prose.site()
                .put("bengal.toml", "[markup]", "unsafe = false")
                .put("content/_a.md", "<b>")
                .put("data/glossary.yaml", "terms: [{term: <i>, definition: <u>}]");

        assertThat(prose.of(
                        "<script>a</script>",
                        "",
                        "b <kbd>c</kbd> [<s>](/x)",
                        "",
                        ":::{note} <em>",
                        ":::",
                        ":::{include} /_a.md",
                        ":::",
                        ":::{glossary}",
                        ":::"))
                .contains("&lt;script&gt;a&lt;/script&gt;")
                .contains("b &lt;kbd&gt;c&lt;/kbd&gt; <a href=\"/x\">&lt;s&gt;</a>")
                .doesNotContain("<script", "<kbd", "<em", "<b>", "<i>", "<u>", "<s>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "javascript&colon;alert(1)",
                "&#106;avascript:alert(1)",
                "vbscript:x",
                "data:text/html,x",
                "&#1;javascript:x",
                "java&#9;script:x",
                "java&NewLine;script:x"
            })
    void link_thatWouldRunScriptIsWords(String address) {
        assertThat(prose.warnings("[a *b*](<" + address + ">) ![c](<" + address + ">)"))
                .allMatch(warning -> warning.endsWith(" would run a script and was left out."))
                .isNotEmpty();
        assertThat(prose.now()).isEqualTo("<p>a <em>b</em> c</p>");
        assertThat(prose.warnings("[a]", "", "[a]: <" + address + ">")).hasSize(1);
        assertThat(prose.now()).isEqualTo("<p>a</p>");
    }

    @Test
    void directive_thatWouldRunScriptLeadsNowhere() {
        assertThat(prose.warnings(
                        ":::{card} A",
                        ":link: javascript:a()",
                        ":::",
                        ":::{button} Go",
                        ":link: data:text/html,b",
                        ":::",
                        ":::{button} vbscript:c",
                        "Go",
                        ":::"))
                .hasSize(3)
                .allMatch(warning -> warning.endsWith(" would run a script and was left out."));
        assertThat(prose.now()).doesNotContain("href");
    }

    @Test
    void picture_mayBeInItsAddress() {
        assertThat(prose.of("![a](data:image/png;base64,AAAA)"))
                .contains("<img src=\"data:image/png;base64,AAAA\" alt=\"a\"");
    }

    @Test
    void otherAddress_isLeftAsItIs() {
        assertThat(prose.of("[a](tel:+49) [b](mailto:a@b.c) [c](javascript-guide/) [d](https://x.y/javascript:z)"))
                .contains("href=\"tel:+49\"", "href=\"mailto:a@b.c\"", "href=\"javascript-guide/\"", "javascript:z\"");
    }
}
