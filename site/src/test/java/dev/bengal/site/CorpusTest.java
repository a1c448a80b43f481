package dev.bengal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bengal.model.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real documentation site, where the machine has it. */
class CorpusTest {
    private static final Pattern CODE_SPAN = Pattern.compile("<span class=\"[cskfmnid]\">([^<]*)</span>");
    private static final Path PLACE = Path.of("shared", "data", "bengal-docs");

    @Test
    void build_publishesEveryPageOfRealSite(@TempDir Path folder) throws Exception {
        Optional<Path> corpus = corpus();
        assumeTrue(corpus.isPresent(), "no " + PLACE + " beside a folder above; the real site was not built");
        Path root = folder.resolve("site");
        copy(corpus.orElseThrow(), root);

        SiteFixture site = new SiteFixture(root, folder.resolve("out"));
        SiteBuild build = site.build();

        assertThat(build.faults()).isEmpty();
        assertThat(build.stats().outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(build.stats().pageCount()).isEqualTo(231);
        assertThat(site.page("docs/get-started/index.html"))
                .contains("<a href=\"/docs/ship/configuration/\">Configure</a>")
                .doesNotContain(":::");
        assertThat(site.page("rss.xml")).contains("<item>");
    }

    @Test
    void build_warnsOfRealFaultsOnly(@TempDir Path folder) throws Exception {
        Optional<Path> corpus = corpus();
        assumeTrue(corpus.isPresent(), "no " + PLACE + " beside a folder above");
        Path root = folder.resolve("site");
        copy(corpus.orElseThrow(), root);

        // Each was looked up in the content: two pages that ask for the address of another one or its aliases, fences
        // that end or go on where they were not meant to, and a link in one of these.
        assertThat(new SiteFixture(root, folder.resolve("out")).build().warnings())
                .filteredOn(warning -> !warning.contains(" asks for the address ") && !warning.contains(": the alias "))
                .containsExactlyInAnyOrder(
                        "content/docs/build-sites/write/authoring/callouts.md:171: a closing ::: has nothing to close.",
                        "content/docs/tutorials/content/create-a-tutorial-series.md:198: "
                                + "a closing ::: has nothing to close.",
                        "content/docs/reference/directives/versioning.md:197: a closing ::: has nothing to close.",
                        "content/docs/reference/directives/versioning.md:302: "
                                + "the wikilink [[docs/api#new-function]] leads nowhere.",
                        "content/docs/reference/directives/versioning.md:303: a closing ::: has nothing to close.");
    }

    @Test
    @Tag("heavy")
    void highlightedCode_hasTheTextOfPlainCode(@TempDir Path folder) throws Exception {
        Optional<Path> corpus = corpus();
        assumeTrue(corpus.isPresent(), "no " + PLACE + " beside a folder above");
        Path root = folder.resolve("site");
        copy(corpus.orElseThrow(), root);
        SiteFixture coloured = new SiteFixture(root, folder.resolve("coloured"));
        coloured.build();
        Files.writeString(root.resolve("config/_default/zz.yaml"), "markup:\n  highlight: false\n");
        SiteFixture plain = new SiteFixture(root, folder.resolve("plain"));
        plain.build();

        Map<String, String> pages = plain.all();
        int spans = 0;
        for (Map.Entry<String, String> page : coloured.all().entrySet()) {
            String stripped = CODE_SPAN.matcher(page.getValue()).replaceAll("$1");
            assertThat(stripped).as(page.getKey()).isEqualTo(pages.get(page.getKey()));
            spans += stripped.length() < page.getValue().length() ? 1 : 0;
        }
        assertThat(spans).isGreaterThan(100);
    }

    private static Optional<Path> corpus() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path candidate = up.resolve(PLACE);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.resolve("..").normalize());
                Files.copy(file, target);
            }
        }
    }
}
