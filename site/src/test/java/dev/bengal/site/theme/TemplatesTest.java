package dev.bengal.site.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.site.PageFault;
import dev.bengal.site.SiteException;
import dev.bengal.site.SiteFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
    private SiteFixture site;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        site = new SiteFixture(folder).put("content/a.md", "# A");
    }

    @Test
    void theme_isSmall() throws java.io.IOException {
        site.build();
        long bytes = 0;
        try (java.util.stream.Stream<Path> files =
                java.nio.file.Files.list(site.output().resolve("assets"))) {
            for (Path file : files.toList()) {
                bytes += java.nio.file.Files.size(file);
            }
        }

        assertThat(bytes).isBetween(10_000L, 60_000L);
    }

    @Test
    void filterThatFails_isAFaultOfTheTemplateAndThePage() {
        site.put("templates/page.html", "{{ 0 | date('bbb') }}").put("content/b.md", "---", "title: B", "---");

        assertThat(site.build().faults())
                .hasSize(2)
                .first()
                .satisfies(fault -> assertThat(fault.file()).isEqualTo("templates/page.html"))
                .satisfies(fault -> assertThat(fault.reason()).contains("content/a.md", "IllegalArgumentException"));
    }

    @Test
    void templateThatIncludesItself_isAFault() {
        site.put("templates/page.html", "{% include 'page.html' %}");

        assertThat(site.build().faults())
                .containsExactly(new PageFault(
                        "templates/page.html", null, "includes or extends itself without end, for content/a.md"));
    }

    @Test
    void frontMatter_isEscaped() {
        site.put("bengal.toml", "title = \"<i>T</i>\"", "language = '\"><script>'")
                .put(
                        "content/a.md",
                        "---",
                        "title: \"<script>alert(1)</script>\"",
                        "nav_title: \"<b>nav</b>\"",
                        "description: '\"><img src=x onerror=alert(2)>'",
                        "tags: ['<u>tag</u>']",
                        "date: 2026-01-01",
                        "---",
                        "text");

        assertThat(site.build().faults()).isEmpty();

        site.all().forEach((file, text) -> {
            if (file.endsWith(".html") || file.endsWith(".xml")) {
                assertThat(text)
                        .as(file)
                        .doesNotContain("<script>alert")
                        .doesNotContain("<b>nav")
                        .doesNotContain("<img src=x")
                        .doesNotContain("<u>tag")
                        .doesNotContain("<i>T")
                        .doesNotContain("\"><script>");
            }
        });
        assertThat(site.page("a/index.html")).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void ownTemplate_coversBuiltInOne() {
        site.put("templates/page.html", "{{ page.title }}|{{ page.content | raw }}|{{ asset('css/x.css') }}")
                .put("assets/css/x.css", "a{}")
                .put("content/a.md", "# A & B", "text");

        site.build();

        // The first ten digits of what sha256sum says of "a{}".
        assertThat(site.page("a/index.html")).isEqualTo("A &amp; B|<p>text</p>\n|/assets/css/x.5f546eb460.css");
    }

    @Test
    void ownTemplate_isChosenByPage() {
        site.put("templates/special.html", "special").put("content/a.md", "---", "template: special.html", "---");
        site.put("content/b.md", "---", "template: nothing.html", "---");

        assertThat(site.build().warnings())
                .containsExactly("content/b.md asks for the template nothing.html, which is not there.");
        assertThat(site.page("a/index.html")).isEqualTo("special");
    }

    @Test
    void brokenTemplate_isNamedWithLine() {
        site.put("templates/page.html", "one", "{% if %}", "three");

        assertThatThrownBy(site::build)
                .isInstanceOf(SiteException.class)
                .hasMessageStartingWith("templates/page.html:2: ");
    }

    @Test
    void failingTemplate_isOneFaultForAllPages() {
        site.put("templates/page.html", "one", "two {{ page.titel }}").put("content/b.md", "# B");

        assertThat(site.build().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("templates/page.html");
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.reason()).contains("titel");
        });
    }

    @Test
    void template_callsNoMethods() {
        for (String expression : new String[] {
            "page.getClass()", "page.class.name", "site.title.getClass()", "page.clear()", "site.title.bytes"
        }) {
            site.put("templates/page.html", "{{ " + expression + " }}");
            assertThat(site.build().faults()).as(expression).hasSize(1);
        }
    }

    @Test
    void template_includesNothingFromElsewhere() {
        site.put("secret.html", "secret").put("templates/page.html", "{% include \"../secret.html\" %}");

        assertThat(site.build().faults()).extracting(PageFault::file).containsExactly("templates/page.html");
    }

    @Test
    void sidebar_showsOnlyTheCurrentBranch() {
        site.put("content/x/a.md", "# XA").put("content/y/b.md", "# YB").put("content/y/z/c.md", "# YZC");

        site.build();

        assertThat(sidebar("x/a/index.html"))
                .contains("<a href=\"/x/a/\" aria-current=\"page\">XA</a>")
                .contains("<a href=\"/y/\">Y</a>")
                .doesNotContain("YB");
        assertThat(sidebar("y/b/index.html"))
                .contains("aria-current=\"page\">YB</a>")
                .contains("<a href=\"/y/z/\">Z</a>")
                .doesNotContain("YZC")
                .doesNotContain("XA");
    }

    @Test
    void sidebar_showsPartOfLargeSection() {
        for (int i = 100; i < 300; i++) {
            site.put("content/x/p" + i + ".md", "# P" + i);
        }

        site.build();

        assertThat(sidebar("x/p299/index.html"))
                .contains("aria-current=\"page\">P299</a>")
                .doesNotContain(">P100<")
                .contains("<a href=\"/x/\">180 more …</a>");
        assertThat(sidebar("x/p100/index.html")).contains("<a href=\"/x/\">140 more …</a>");
    }

    @Test
    void turning_followsWeightThenTitle() {
        site.put("content/a.md", "---", "weight: 20", "---", "# A")
                .put("content/b.md", "---", "weight: 10", "---", "# B")
                .put("content/d.md", "# D")
                .put("content/c.md", "# C");

        site.build();

        assertThat(site.page("a/index.html"))
                .contains("rel=\"prev\" href=\"/b/\"")
                .contains("rel=\"next\" href=\"/c/\"");
        assertThat(site.page("c/index.html")).contains("rel=\"next\" href=\"/d/\"");
    }

    private String sidebar(String file) {
        String page = site.page(file);
        return page.substring(page.indexOf("<aside class=\"sidebar\""), page.indexOf("</aside>"));
    }
}
