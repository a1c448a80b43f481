package dev.bengal.site.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.PageFault;
import dev.bengal.site.SiteFixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationCheckTest {
    private SiteFixture site;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        site = new SiteFixture(folder).put("content/a.md", "A");
    }

    private List<String> warnings(String file, String... lines) {
        site.put(file, lines);
        return ConfigurationCheck.warnings(Configuration.load(site.root()));
    }

    @Test
    void unknownKey_isWarnedWithNearestOneAndItsPlace() {
        assertThat(warnings(
                        "bengal.toml",
                        "# a",
                        "titel = \"T\"",
                        "[site]",
                        "base_url = \"/x\"",
                        "[ markup ]",
                        "higlight= 1"))
                .containsExactly(
                        "bengal.toml:6: 'markup.higlight' means nothing; did you mean 'markup.highlight'?",
                        "bengal.toml:4: 'site.base_url' means nothing; did you mean 'site.baseurl'?",
                        "bengal.toml:2: 'titel' means nothing; did you mean 'title'?");
    }

    @Test
    void unknownKey_farFromAllIsSentToParams() {
        assertThat(warnings("config/_default/site.yaml", "", "author:", "  name: Ada"))
                .containsExactly("config/_default/site.yaml:3: 'author.name' means nothing; "
                        + "values of your own belong under 'params'.");
    }

    @Test
    void language_isWarnedOfWithTheSpellingToUse() {
        assertThat(warnings("bengal.toml", "title = \"T\"", "language = \"en_US\""))
                .containsExactly("bengal.toml:2: 'site.language' is 'en_US', which is no language to a browser;"
                        + " write 'en-US'.");
        assertThat(warnings("bengal.toml", "language = \"\""))
                .containsExactly("bengal.toml:1: 'site.language' is '', which is no language to a browser;"
                        + " write one like 'en' or 'de-AT'.");
    }

    /** What {@code new Intl.Collator(tag)} of Chromium takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "de-AT",
                "zh-Hans-CN",
                "es-419",
                "sl-rozaj-biske",
                "de-1996",
                "de-u-co-phonebk",
                "gsw",
                "en-x-pirate"
            })
    void language_isNotWarnedOfWhereBrowsersKnowIt(String language) {
        assertThat(warnings("bengal.toml", "language = \"" + language + "\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "de_DE.UTF-8", "x-pirate", "i-klingon", "en-", "e", "en us"})
    void language_isWarnedOfWhereBrowsersDoNot(String language) {
        assertThat(warnings("bengal.toml", "language = \"" + language + "\"")).hasSize(1);
    }

    @Test
    void languageOfAPage_isItsFault() {
        site.put("content/a.md", "---", "title: A", "lang: pt_BR", "---", "A");

        assertThat(site.build().faults())
                .extracting(PageFault::toString)
                .containsExactly("content/a.md:3: front matter 'lang' is 'pt_BR', which is no language to a browser;"
                        + " write 'pt-BR'");
    }

    @Test
    void knownAndFreeKeys_areNotWarned() {
        assertThat(warnings(
                        "bengal.toml",
                        "title = \"T\"",
                        "output_dir = \"out\"",
                        "[params]",
                        "anything = 1",
                        "[perf.thresholds]",
                        "\"phase.x.duration_ms\" = 1",
                        "[perf.alerts.chat]",
                        "url = \"https://example.org\"",
                        "[markup]",
                        "highlight = false",
                        "boxes = [\"a\"]",
                        "[external_refs.templates]",
                        "x = \"https://example.org\"",
                        "[search.lunr]",
                        "preload = \"smart\""))
                .isEmpty();
    }

    @Test
    void flag_isWarnedOfOtherValue() {
        assertThat(warnings("bengal.yaml", "assets:", "  fingerprint: flase"))
                .containsExactly("bengal.yaml:2: 'assets.fingerprint' must be true or false, but is 'flase'; "
                        + "it counts as true.");
    }

    @Test
    void build_warns() {
        site.put("bengal.toml", "titel = 1");

        assertThat(site.build().warnings())
                .containsExactly("bengal.toml:1: 'titel' means nothing; did you mean 'title'?");
        assertThat(site.build().warnings()).hasSize(1);
    }

    @Test
    void lineOfKey_isFoundWhateverItsForm() {
        assertThat(TomlLines.of("a.b = 1\n\"c d\" = 2\n[e.'f.g']\nh=3 # i = 4\n[[j]]\nk = [\n  5,\n]\nbroken\n= 6\n["))
                .containsEntry("a.b", 1)
                .containsEntry("c d", 2)
                .containsEntry("e.f.g.h", 4)
                .containsEntry("j.k", 6);
    }
}
