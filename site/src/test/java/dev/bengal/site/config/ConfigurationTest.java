package dev.bengal.site.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.site.SiteException;
import dev.bengal.site.SiteFixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    private SiteFixture site;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        site = new SiteFixture(folder);
    }

    @Test
    void configuration_hasDefaultsWithoutFiles() {
        Configuration configuration = Configuration.load(site.root());

        assertThat(configuration.title()).isEqualTo("site");
        assertThat(configuration.baseUrl()).isEqualTo(new BaseUrl("", ""));
        assertThat(configuration.language()).isEqualTo("en");
        assertThat(configuration.outputDir()).isEqualTo("public");
        assertThat(configuration.entries())
                .extracting(ConfigurationEntry::origin)
                .containsOnly("default");
    }

    @Test
    void configuration_readsToml() {
        site.put(
                "bengal.toml",
                "output_dir = \"dist\"",
                "[site]",
                "title = \"Docs\"",
                "[perf]",
                "last = 20",
                "noise = 1.5",
                "on = true",
                "names = [\"a\", \"b\"]",
                "[perf.budgets]",
                "\"build time\" = \"3s\"");

        Configuration configuration = Configuration.load(site.root());

        assertThat(configuration.title()).isEqualTo("Docs");
        assertThat(configuration.outputDir()).isEqualTo("dist");
        assertThat(configuration.string("perf.last")).contains("20");
        assertThat(configuration.string("perf.on")).contains("true");
        assertThat(configuration.string("perf.budgets.build time")).contains("3s");
        assertThat(configuration.string("perf.absent")).isEmpty();
        assertThat(configuration.entry("perf.names"))
                .contains(new ConfigurationEntry("perf.names", List.of("a", "b"), "bengal.toml"));
    }

    @Test
    void configuration_acceptsTitleAtTheTop() {
        site.put("bengal.toml", "title = \"Short\"", "baseurl = \"/docs\"");

        Configuration configuration = Configuration.load(site.root());

        assertThat(configuration.title()).isEqualTo("Short");
        assertThat(configuration.string("title")).contains("Short");
        assertThat(configuration.baseUrl()).isEqualTo(new BaseUrl("", "/docs"));
    }

    @Test
    void configuration_layersFilesAndRemembersOrigins() {
        site.put("config/_default/a.yaml", "site:", "  title: A", "  description: from a")
                .put("config/_default/b.yaml", "# comment", "site:", "  title: B")
                .put("config/environments/production.yaml", "", "site:", "  baseurl: /bengal");

        Configuration configuration = Configuration.load(site.root(), "production");

        assertThat(configuration.entry("site.title"))
                .contains(new ConfigurationEntry("site.title", "B", "config/_default/b.yaml:3"));
        assertThat(configuration.entry("site.description"))
                .contains(new ConfigurationEntry("site.description", "from a", "config/_default/a.yaml:3"));
        assertThat(configuration.entry("site.baseurl"))
                .contains(new ConfigurationEntry("site.baseurl", "/bengal", "config/environments/production.yaml:3"));
        assertThat(configuration.entry("site.language").orElseThrow().origin()).isEqualTo("default");
    }

    @Test
    void configuration_namesEnvironmentsThatThereAre() {
        site.put("config/environments/local.yaml", "").put("config/environments/production.yaml", "");

        assertThatThrownBy(() -> Configuration.load(site.root(), "prod"))
                .isInstanceOf(SiteException.class)
                .hasMessageEndingWith("there are: local, production.");
    }

    @Test
    void configuration_namesPlaceOfBrokenToml() {
        site.put("bengal.toml", "[site]", "title = \"open");

        assertThatThrownBy(() -> Configuration.load(site.root()))
                .isInstanceOf(SiteException.class)
                .hasMessageStartingWith("bengal.toml:2:");
    }

    @Test
    void configuration_namesPlaceOfBrokenYaml() {
        site.put("bengal.yaml", "site:", "  title: a", " bad: [");

        assertThatThrownBy(() -> Configuration.load(site.root()))
                .isInstanceOf(SiteException.class)
                .hasMessageStartingWith("bengal.yaml:3:");
    }

    @Test
    void configuration_refusesTwoMainFiles() {
        site.put("bengal.toml", "").put("bengal.yaml", "");

        assertThatThrownBy(() -> Configuration.load(site.root()))
                .isInstanceOf(SiteException.class)
                .hasMessageStartingWith("Both bengal.toml and bengal.yaml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title = 5          | bengal.toml: 'site.title' must be a text, but is 5. Write it in quotes, such as title = "text".
            output_dir = ["a"] | bengal.toml: 'build.output_dir' must be a text, but is [a]. Write it in quotes, such as output_dir = "text".
            language = true    | bengal.toml: 'site.language' must be a text, but is true. Write it in quotes, such as language = "text".
            title.a = 1        | bengal.toml: 'site.title' must be a text, but has 'site.title.a' below it.
            """)
    void configuration_refusesWrongTypes(String line, String message) {
        site.put("bengal.toml", line);

        assertThatThrownBy(() -> Configuration.load(site.root()))
                .isInstanceOf(SiteException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://example.org/docs/ , https://example.org , /docs
            https://example.org       , https://example.org , ''
            /docs                     , ''                  , /docs
            /                         , ''                  , ''
            ''                        , ''                  , ''
            """)
    void baseUrl_hasOriginAndPath(String written, String origin, String path) {
        assertThat(BaseUrl.parse(written)).contains(new BaseUrl(origin, path));
    }

    @ParameterizedTest
    @CsvSource({"docs", "ftp://example.org", "//example.org/x", "https://", "a b", "/x?y=1"})
    void baseUrl_refusesOthers(String written) {
        assertThat(BaseUrl.parse(written)).isEmpty();
    }
}
