package dev.bengal.site.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.config.BaseUrl;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "a, /a/",
        "/a/b, /a/b/",
        "/a//b/./, /a/b/",
        "/, /",
        "/feed.xml, /feed.xml",
        "/a/b.html, /a/b.html",
        "/v1.2, /v1.2/"
    })
    void normalize_makesOneFormOfPath(String written, String path) {
        assertThat(SitePath.normalize(written)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "/a/../b", "//host/a", "https://host/a", "a\\b", "a\u0000b", "/a?b", "/a#b", "a\nb"})
    void normalize_refusesWhatIsNoPathOnTheSite(String written) {
        assertThat(SitePath.normalize(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/, index.html", "/a/, a/index.html", "/a.html, a.html"})
    void file_isThatOfPath(String path, String file) {
        assertThat(SitePath.file(path)).isEqualTo(file);
    }

    @Test
    void href_encodesWhatAddressesCannotHold() {
        SiteLinks links = new SiteLinks(new BaseUrl("https://example.org", "/sub"));

        assertThat(links.href("/a b/\u00fc/\"'<&>/")).isEqualTo("/sub/a%20b/%C3%BC/%22%27%3C%26%3E/");
        assertThat(links.absolute("/a/")).isEqualTo("https://example.org/sub/a/");
    }

    @ParameterizedTest
    @CsvSource({
        "Hello World, hello-world",
        "C++ & Java, c-java",
        "\u65e5\u672c, \u65e5\u672c",
        "'  ', -",
        "???, -",
        "a_b.c, a_b-c"
    })
    void slug_keepsLettersAndDigits(String words, String slug) {
        assertThat(Slug.of(words)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04, 2026-03-04T00:00Z",
        "2026-3-4, 2026-03-04T00:00Z",
        "2026-03-04T05:06:07Z, 2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07.5Z, 2026-03-04T05:06:07.5Z",
        "2026-03-04T05:06, 2026-03-04T05:06Z",
        "2026-03-04 05:06:07, 2026-03-04T05:06:07Z",
        "2026-03-04 05:06:07 +0200, 2026-03-04T05:06:07+02:00",
        "2026-03-04T05:06:07-05:00, 2026-03-04T05:06:07-05:00"
    })
    void date_hasSeveralForms(String written, String expected) {
        assertThat(PageDate.parse(written)).contains(OffsetDateTime.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-02-30", "2026-13-01", "2026", "04.03.2026", "2026-03-04T25:00"})
    void date_refusesOthers(String written) {
        assertThat(PageDate.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Title                      | Title
            text\\n\\n# Later              | Later
            # The `code` [link](x) {#id} | The code link
            ## Second only               |
            ```\\n# comment\\n```           |
            # Closed #                   | Closed
            """)
    void firstHeading_isTheTitle(String body, String title) {
        String text = body.replace("\\n", "\n");
        if (title == null) {
            assertThat(FirstHeading.of(text)).isEmpty();
        } else {
            assertThat(FirstHeading.of(text)).contains(title);
        }
    }
}
