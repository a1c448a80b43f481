package dev.bengal.site.markdown.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.markdown.RenderedProse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedTest {
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
    }

    @Test
    void embed_isLinkAndLoadsNothing() {
        assertThat(prose.of(":::{youtube} dQw4w9Wg_cQ_", ":title: A <b> & c", ":start: 43", "", "Words.", ":::"))
                .isEqualTo("<p class=\"embed embed-youtube\">"
                        + "<a href=\"https://www.youtube.com/watch?v=dQw4w9Wg_cQ_&amp;t=43s\" rel=\"noopener noreferrer\">"
                        + "<span class=\"embed-title\">A &lt;b&gt; &amp; c</span> "
                        + "<span class=\"embed-host\">on youtube.com</span></a></p>\n<p>Words.</p>");
        assertThat(prose.site().page("docs/page/index.html")).doesNotContain("<iframe", "src=\"http");
    }

    @ParameterizedTest
    @CsvSource({
        "vimeo, 203011020, https://vimeo.com/203011020",
        "tiktok, 7251756576833309995, https://www.tiktok.com/embed/v2/7251756576833309995",
        "spotify, 13JAl3SvRcko5HgfwMU5q5, https://open.spotify.com/track/13JAl3SvRcko5HgfwMU5q5",
        "soundcloud, user-1/a-b, https://soundcloud.com/user-1/a-b",
        "soundcloud, https://soundcloud.com/user-1/a-b, https://soundcloud.com/user-1/a-b",
        "codepen, some_one/VYaPVgr, https://codepen.io/some_one/pen/VYaPVgr",
        "codepen, https://codepen.io/a/pen/b, https://codepen.io/a/pen/b",
        "codesandbox, new, https://codesandbox.io/s/new",
        "stackblitz, vitejs-vite, https://stackblitz.com/edit/vitejs-vite",
        "gist, who/21314a0babc8838bc2b5eecb53faec75, https://gist.github.com/who/21314a0babc8838bc2b5eecb53faec75",
        "asciinema, 14, https://asciinema.org/a/14"
    })
    void embed_leadsToItsHost(String name, String id, String address) {
        assertThat(prose.of(":::{" + name + "} " + id, ":::")).contains("<a href=\"" + address + "\" ");
    }

    @ParameterizedTest
    @EnumSource(MediaHost.class)
    void embed_ofWhatIsNoNameThereIsBoxAndWarned(MediaHost host) {
        String name = host.directive();

        assertThat(prose.warnings(":::{" + name + "} x\" onclick=\"y", ":::"))
                .containsExactly("content/docs/page.md:1: :::{" + name + "} x\" onclick=\"y names nothing on "
                        + host.host() + ".");
        assertThat(prose.now())
                .startsWith("<div class=\"directive directive-" + name + "\">")
                .doesNotContain("<a ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/a", "../a/b", "javascript:alert(1)", "a/b?c", "https://evil.example/a/b"})
    void embed_neverLeadsElsewhere(String id) {
        assertThat(prose.warnings(":::{soundcloud} " + id, ":::")).hasSize(1);
        assertThat(prose.now()).doesNotContain("<a ");
    }

    @Test
    void spotify_hasTypes() {
        assertThat(prose.of(":::{spotify} 37i9dQZF1DX", ":type: playlist", ":::"))
                .contains("href=\"https://open.spotify.com/playlist/37i9dQZF1DX\"");
        assertThat(prose.warnings(":::{spotify} 37i9dQZF1DX", ":type: play", ":::"))
                .containsExactly("content/docs/page.md:1: :::{spotify} has :type: play, which must be one of "
                        + "album, artist, episode, playlist, show, track.");
    }
}
