package dev.bengal.site.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bengal.site.SiteFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FeedsTest {
    private SiteFixture site;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        site = new SiteFixture(folder);
    }

    @Test
    void feed_hasNewestTwenty() throws Exception {
        for (int day = 1; day <= 25; day++) {
            site.put("content/d%02d.md".formatted(day), "---", "date: 2026-01-%02d".formatted(day), "---", "x");
        }
        site.put("content/undated.md", "x").build();

        List<String> links = texts("rss.xml", "guid");
        assertThat(links)
                .hasSize(20)
                .startsWith("/d25/", "/d24/")
                .endsWith("/d06/")
                .doesNotContain("/undated/");
        assertThat(texts("rss.xml", "pubDate")).startsWith("Sun, 25 Jan 2026 00:00:00 GMT");
    }

    @Test
    void feed_isNotThereWithoutDates() {
        site.put("content/a.md", "x").build();

        assertThat(site.has("rss.xml")).isFalse();
        assertThat(site.page("a/index.html")).doesNotContain("rss.xml");
    }

    @Test
    void xml_bearsAnyTitle() throws Exception {
        site.put(
                        "content/a.md",
                        "---",
                        "title: \"a\\u0001 ]]> <b> & \\\"\\uFFFF\\U0001F600\"",
                        "date: 2026-01-01",
                        "---")
                .build();

        assertThat(texts("rss.xml", "title")).last().isEqualTo("a ]]> <b> & \"\uD83D\uDE00");
    }

    @Test
    void searchIndex_hasTitleAddressWordsAndSection() throws Exception {
        site.put("content/docs/_index.md", "---", "title: The docs", "description: All of it", "---")
                .put(
                        "content/docs/deep/a b.md",
                        "# A \"quoted\" title",
                        "",
                        "The first *paragraph*",
                        "goes on.",
                        "",
                        "Next.")
                .build();

        JsonNode index = new ObjectMapper().readTree(site.page("index.json"));

        assertThat(index).hasSize(2);
        assertThat(index.get(0).toString())
                .isEqualTo(
                        "{\"title\":\"The docs\",\"url\":\"/docs/\",\"description\":\"All of it\",\"section\":\"The docs\"}");
        assertThat(index.get(1).toString())
                .isEqualTo("{\"title\":\"A \\\"quoted\\\" title\",\"url\":\"/docs/deep/a%20b/\","
                        + "\"description\":\"The first paragraph goes on.\",\"section\":\"The docs\"}");
    }

    @Test
    void ownFileOfStatic_coversGeneratedOne() {
        site.put("content/a.md", "x").put("static/sitemap.xml", "mine").put("static/.nojekyll", "");
        site.put("static/a/index.html", "not this");

        assertThat(site.build().warnings())
                .containsExactly(
                        "static/a/index.html was not copied: a page or another file has its place in the output.");
        assertThat(site.page("sitemap.xml")).isEqualTo("mine");
        assertThat(site.has(".nojekyll")).isTrue();
    }

    private List<String> texts(String file, String element) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(site.output().resolve(file).toFile());
        NodeList found = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
