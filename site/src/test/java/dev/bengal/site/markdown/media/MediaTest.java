package dev.bengal.site.markdown.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.markdown.RenderedProse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaTest {
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
        prose.site()
                .put("bengal.toml", "baseurl = \"/sub\"")
                .put("content/docs/install.md", "Install")
                .put("content/docs/map.png", "png");
    }

    @Test
    void figure_hasPictureLinkAndCaption() {
        assertThat(prose.of(
                        ":::{figure} map.png",
                        ":alt: A \"map\"",
                        ":caption: Where <it> is",
                        ":width: 80%",
                        ":align: center",
                        ":link: install.md",
                        ":class: wide framed",
                        ":::"))
                .isEqualTo("""
                        <figure class="figure figure-center wide framed">
                        <a href="/sub/docs/install/"><img src="/sub/docs/map.png" alt="A &quot;map&quot;" loading="lazy" style="width:80%;" /></a>
                        <figcaption>Where &lt;it&gt; is</figcaption>
                        </figure>""");
    }

    @Test
    void figure_takesItsBodyAsCaptionAndNoOtherStyle() {
        assertThat(prose.warnings(
                        ":::{figure} https://example.org/x.png",
                        ":alt:",
                        ":width: 1px;position:fixed",
                        ":class: x\" onload=\"y",
                        "*Body*",
                        ":::"))
                .hasSize(1);
        assertThat(prose.now())
                .startsWith(
                        "<figure class=\"figure\">\n<img src=\"https://example.org/x.png\" alt=\"\" loading=\"lazy\" />\n"
                                + "<figcaption>")
                .contains("<p><em>Body</em></p>");
    }

    @Test
    void media_thatWouldRunAScriptIsLeftOut() {
        assertThat(prose.warnings(
                        ":::{figure} javascript:alert(1)",
                        ":alt: x",
                        ":::",
                        ":::{video} javascript:a.mp4",
                        ":title: x",
                        ":::"))
                .hasSize(2)
                .allMatch(warning -> warning.endsWith("would run a script and was left out."));
        assertThat(prose.now()).doesNotContain("src=", "href=");
    }

    @Test
    void video_isThePlayerOfTheBrowserWithALinkInIt() {
        assertThat(prose.of(
                        ":::{video} /film.mp4",
                        ":title: The film",
                        ":poster: map.png",
                        ":muted:",
                        ":loop: false",
                        ":aspect: 4/3",
                        ":::"))
                .isEqualTo("""
                        <div class="media">
                        <video preload="metadata" aria-label="The film" controls="" muted="" playsinline="" \
                        poster="/sub/docs/map.png" style="aspect-ratio:4/3;"><source src="/sub/film.mp4" type="video/mp4" />\
                        <a href="/sub/film.mp4">The film</a></video>
                        </div>""");
    }

    @Test
    void audio_isThePlayerOfTheBrowser() {
        assertThat(prose.of(":::{audio} /a/talk.MP3", ":title: Talk", ":preload: none", ":controls: false", ":::"))
                .isEqualTo("""
                        <div class="media">
                        <audio preload="none" aria-label="Talk"><source src="/sub/a/talk.MP3" type="audio/mpeg" />\
                        <a href="/sub/a/talk.MP3">Talk</a></audio>
                        </div>""");
    }

    @Test
    void media_isWarnedOfWithItsLine() {
        assertThat(prose.warnings(
                        ":::{figure} map.png",
                        ":align: top",
                        ":::",
                        "",
                        ":::{video} film.exe",
                        ":title: x",
                        ":::",
                        "",
                        ":::{audio}",
                        ":title: x",
                        ":::"))
                .containsExactly(
                        "content/docs/page.md:1: :::{figure} has :align: top, which must be one of center, left, right.",
                        "content/docs/page.md:1: :::{figure} map.png has no :alt:, which says what it is to those who "
                                + "cannot see it; leave it empty for decoration.",
                        "content/docs/page.md:5: :::{video} film.exe is no file that browsers play; its name must end "
                                + "in one of mov, mp4, ogg, ogv, webm.",
                        "content/docs/page.md:9: a :::{audio} names no file; write one behind it.");
    }

    @Test
    void smallDirectives_areOneElementEach() {
        assertThat(prose.of(
                        ":::{badge} New & *x*",
                        ":class: badge-danger",
                        ":::",
                        ":::{rubric} Returns",
                        ":::",
                        ":::{svg-icon} star",
                        ":aria-label: Best",
                        ":::",
                        ":::{div} wide",
                        "In",
                        ":::{/div}",
                        ":::{gallery}",
                        "![a](map.png)",
                        ":::"))
                .isEqualTo("""
                        <p class="version"><span class="badge badge-danger">New &amp; <em>x</em></span></p>
                        <p class="rubric">Returns</p>
                        <p class="icon-line"><span class="icon icon-star" role="img" aria-label="Best"></span></p>
                        <div class="container wide">
                        <p>In</p>
                        </div>
                        <div class="gallery">
                        <p><img src="/sub/docs/map.png" alt="a" /></p>
                        </div>""");
    }

    @Test
    void otherNames_areTheSameDirectives() {
        assertThat(prose.of(":::{details} More", "x", ":::{/dropdown}", "", ":::{dropdown} More", "x", ":::{/details}"))
                .matches("(?s)(<details.*</details>)\n\\1");
        assertThat(prose.of(":::{versionadded} 1", ":::")).contains("Since 1");
    }
}
