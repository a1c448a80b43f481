package dev.bengal.site.markdown.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.markdown.RenderedProse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListTableTest {
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
    }

    @Test
    void listTable_isTableWithHeadAndWidths() {
        assertThat(prose.of(
                        ":::{list-table} A & b",
                        ":header-rows: 1",
                        ":widths: 1 3",
                        "",
                        "* - X",
                        "  - *Y*",
                        "* - one",
                        "",
                        "  - two",
                        "",
                        "    more",
                        ":::"))
                .isEqualTo("""
                        <div class="table-scroll" tabindex="0" role="region" aria-label="A &amp; b">
                        <table>
                        <caption>A &amp; b
                        </caption>
                        <colgroup>
                        <col style="width: 25%"><col style="width: 75%">
                        </colgroup>
                        <thead>
                        <tr>
                        <th scope="col">X</th>
                        <th scope="col"><em>Y</em></th>
                        </tr>
                        </thead>
                        <tbody>
                        <tr>
                        <td>one</td>
                        <td>
                        <p>two</p>
                        <p>more</p>
                        </td>
                        </tr>
                        </tbody>
                        </table>
                        </div>""");
    }

    @Test
    void listTable_holdsCodeAndBoxes() {
        assertThat(prose.of(
                        ":::{list-table}",
                        "* - ```json",
                        "    {}",
                        "    ```",
                        "  - :::{note}",
                        "    x",
                        "    :::",
                        ":::"))
                .contains("<pre tabindex=\"0\"><code class=\"language-json\">")
                .contains("<div class=\"directive directive-note\">")
                .doesNotContain("<thead>", "<colgroup>");
    }

    @Test
    void listTable_withShortRowIsWarned() {
        assertThat(prose.warnings(":::{list-table}", ":widths: 50 50 x", "", "* - a", "  - b", "* - c", ":::"))
                .containsExactly("content/docs/page.md:1: a list-table has rows of different length.");
        assertThat(prose.now()).contains("<td>c</td>\n</tr>").doesNotContain("<col");
    }

    @Test
    void listTable_thatIsNoneIsBoxAndWarned() {
        assertThat(prose.warnings(":::{list-table}", "* a", "* b", ":::"))
                .containsExactly("content/docs/page.md:1: a list-table is no list of rows, each a list of cells, "
                        + "and shows as a plain box.");
        assertThat(prose.now()).startsWith("<div class=\"directive directive-list-table\">");
        assertThat(prose.warnings(":::{list-table}", "text", ":::")).hasSize(1);
    }

    @Test
    void headerRows_beyondTheTableAreAllItsRows() {
        assertThat(prose.of(":::{list-table}", ":header-rows: 9", "", "* - a", ":::"))
                .contains("<th scope=\"col\">a</th>")
                .doesNotContain("<tbody>");
    }
}
