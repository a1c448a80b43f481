package dev.bengal.site.markdown.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.markdown.RenderedProse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataTableTest {
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
        prose.site()
                .put("data/people.csv", "Name,age", "\"Doe, \"\"J\"\"\",30", "", "<b>\r", "Ann,4,left out")
                .put(
                        "data/more/api.yaml",
                        "columns:",
                        "- {title: Call, field: name}",
                        "- since_when",
                        "data:",
                        "- {name: a, since_when: 1.5, hidden: x}",
                        "- {name: [b, c], since_when: '-2'}")
                .put("data/plain.json", "[{\"unit_price\": 1, \"ok\": true}, {\"ok\": null, \"extra\": \"e\"}]");
    }

    @Test
    void csv_isATableWithTheFirstRowAsItsHead() {
        assertThat(prose.of(":::{data-table} data/people.csv", ":title: All <of> them", ":height: 300", ":::"))
                .isEqualTo("""
                        <div class="data-table" data-sort="">
                        <input type="search" placeholder="Filter" aria-label="Filter the rows" />
                        <div class="table-scroll" tabindex="0" role="region" aria-label="All &lt;of&gt; them" style="max-height:300px;">
                        <table>
                        <caption>All &lt;of&gt; them</caption>
                        <thead>
                        <tr><th scope="col">Name</th><th scope="col">age</th></tr>
                        </thead>
                        <tbody>
                        <tr><td>Doe, &quot;J&quot;</td><td>30</td></tr>
                        <tr><td>&lt;b&gt;</td><td></td></tr>
                        <tr><td>Ann</td><td>4</td></tr>
                        </tbody>
                        </table>
                        </div>
                        </div>""");
    }

    @Test
    void yaml_hasItsColumnsNamedAndNumbersOnTheRight() {
        assertThat(prose.of(":::{data-table}", ":source: more/api.yaml", ":sort: false", ":search: false", ":::"))
                .startsWith("<div class=\"data-table\">\n<div class=\"table-scroll\"")
                .contains("<th scope=\"col\">Call</th><th scope=\"col\" align=\"right\">Since when</th>")
                .contains("<td>a</td><td align=\"right\">1.5</td>")
                .contains("<td>b, c</td><td align=\"right\">-2</td>")
                .doesNotContain("x</td>", "<input");
    }

    @Test
    void rows_withoutColumnsHaveThoseOfAllRows() {
        assertThat(prose.of(":::{data-table} plain.json", ":::"))
                .contains("<th scope=\"col\">Unit price</th><th scope=\"col\">Ok</th><th scope=\"col\">Extra</th>")
                .contains("<td>1</td><td>true</td><td></td>")
                .contains("<td></td><td></td><td>e</td>");
    }

    @Test
    void columns_areChosenAndOrdered() {
        assertThat(prose.of(":::{data-table} plain.json", ":columns: extra, unit_price", ":::"))
                .contains("<th scope=\"col\">Extra</th><th scope=\"col\">Unit price</th>")
                .contains("<td></td><td>1</td>");
        assertThat(prose.warnings(":::{data-table} plain.json", ":columns: ok, unit_prize", ":::"))
                .containsExactly("content/docs/page.md:1: its data-table plain.json has no column 'unit_prize'; "
                        + "it has 'unit_price'.");
    }

    @Test
    void table_thatIsMissingOrBrokenIsWarnedOf() {
        prose.site().put("data/open.csv", "a,b", "\"x,y").put("secret.csv", "a").put("data/word.txt", "a");

        assertThat(prose.warnings(":::{data-table}", ":::"))
                .containsExactly(
                        "content/docs/page.md:1: a :::{data-table} names no file; write one of data/ behind it.");
        assertThat(prose.warnings(":::{data-table} ../secret.csv", ":::"))
                .containsExactly("content/docs/page.md:1: its data-table needs ../secret.csv, which is not in data/.");
        assertThat(prose.warnings(":::{data-table} open.csv", ":::"))
                .containsExactly("content/docs/page.md:1: its data-table open.csv is broken in line 2: "
                        + "a quote is never closed.");
        assertThat(prose.warnings(":::{data-table} word.txt", ":::"))
                .containsExactly("content/docs/page.md:1: its data-table word.txt holds none: "
                        + "neither CSV nor a list of rows, each with its columns by name.");
    }

    @Test
    void table_ofTooManyRowsIsCut() {
        prose.site().put("data/long.csv", "n\n" + "7\n".repeat(10_001));

        assertThat(prose.warnings(":::{data-table} long.csv", ":::"))
                .singleElement()
                .asString()
                .contains("10000 rows");
        assertThat(prose.now().split("<td", -1)).hasSize(10_001);
    }

    @Test
    void page_isMadeAgainWhereTheTableChanges() {
        prose.of(":::{data-table} people.csv", ":::");
        prose.site().put("data/people.csv", "Name", "New").build();

        assertThat(prose.now()).contains("<td>New</td>");
    }
}
