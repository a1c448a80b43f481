package dev.bengal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildOrchestratorTest {
    private SiteFixture site;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        site = new SiteFixture(folder).put("content/_index.md", "# Welcome");
    }

    @Test
    void build_namesItsPhases() {
        site.build();

        List<PhaseMetrics> phases = site.metrics().phases();
        assertThat(phases.stream().filter(phase -> phase.parent() == null).map(PhaseMetrics::name))
                .containsExactly("output", "configuration", "discovery", "rendering", "postprocess");
        assertThat(namesBelow("discovery", phases))
                .containsExactlyInAnyOrder("walk", "read cache", "front matter", "sections");
        assertThat(namesBelow("rendering", phases))
                .containsExactly("assets", "templates", "data", "menus", "pages", "lists", "taxonomies", "files");
        assertThat(namesBelow("postprocess", phases))
                .containsExactly(
                        "sitemap",
                        "feed",
                        "search index",
                        "llms.txt",
                        "not found",
                        "redirects",
                        "stale",
                        "write cache");
    }

    @Test
    void build_recordsItemsOfPhases() {
        site.put("content/a.md", "A").put("content/b.md", "B").build();

        assertThat(site.metrics().phases())
                .filteredOn(phase -> phase.name().equals("pages"))
                .singleElement()
                .satisfies(phase -> assertThat(phase.itemsProcessed()).isEqualTo(3));
    }

    @Test
    void build_countsPages() {
        site.put("content/a.md", "---", "tags: [x]", "---", "A")
                .put("content/docs/b.md", "B")
                .put("static/robots.txt", "User-agent: *");

        SiteBuild build = site.build();

        assertThat(build.faults()).isEmpty();
        assertThat(build.stats().outcome()).isEqualTo(Outcome.SUCCESS);
        assertThat(build.stats().pageCount()).isEqualTo(3);
        // Generated: /docs/, /tags/, /tags/x/ and 404.html.
        assertThat(build.stats().totalPages()).isEqualTo(7);
        // The style sheet, the script, and robots.txt.
        assertThat(build.stats().assetCount()).isEqualTo(3);
        assertThat(site.page("robots.txt")).isEqualTo("User-agent: *");
    }

    @Test
    void build_buildsOtherPagesBesideBrokenOne() {
        site.put("content/good.md", "Good").put("content/bad.md", "---", "title: Bad", "tags: [a, b", "---", "Bad");

        SiteBuild build = site.build();

        assertThat(build.stats().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(build.stats().pageCount()).isEqualTo(2);
        assertThat(build.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("content/bad.md");
            assertThat(Objects.requireNonNull(fault.line())).isBetween(3, 4);
            assertThat(fault.reason()).startsWith("front matter is not YAML: ");
        });
        assertThat(site.has("good/index.html")).isTrue();
    }

    @Test
    void build_namesPageThatIsNotUtf8() {
        site.putBytes("content/latin.md", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(site.build().faults())
                .containsExactly(PageFault.of("content/latin.md", "is not UTF-8; save the file in that encoding"));
    }

    @Test
    void build_refusesRootWithoutContent(@TempDir Path empty) {
        assertThatThrownBy(() -> new SiteFixture(empty, empty.resolve("public")).build())
                .isInstanceOf(SiteException.class)
                .hasMessage(
                        "There is no folder " + empty.resolve("content") + "; a site has its Markdown files there.");
        assertThat(empty.resolve("public")).doesNotExist();
    }

    @Test
    void build_refusesMissingRoot(@TempDir Path folder) {
        Path missing = folder.resolve("nowhere");

        assertThatThrownBy(() -> new SiteFixture(missing, folder.resolve("public")).build())
                .isInstanceOf(SiteException.class)
                .hasMessageStartingWith("There is no folder " + missing);
    }

    @Test
    void build_refusesOutputAmongItsSources(@TempDir Path folder) {
        for (String output : List.of("site", "site/content", "site/content/public", "")) {
            SiteFixture mixed =
                    new SiteFixture(folder.resolve("site"), folder.resolve(output)).put("content/a.md", "A");
            assertThatThrownBy(mixed::build).isInstanceOf(SiteException.class).hasMessageContaining("would mix with");
        }
    }

    @Test
    void build_refusesPathsThatLeaveTheOutput() {
        site.put("content/a.md", "---", "title: A", "url: ../../escape/", "---")
                .put("content/b.md", "---", "aliases:", "  - /ok/", "  - /x/../../escape/", "---")
                .put("content/c.md", "---", "slug: ..", "---")
                .put("content/d.md", "---", "slug: a/b", "---")
                .put("content/e.md", "---", "url: https://example.org/x/", "---");

        SiteBuild build = site.build();

        assertThat(build.faults())
                .extracting(fault -> fault.file() + ":" + fault.line())
                .containsExactly(
                        "content/a.md:3", "content/b.md:2", "content/c.md:2", "content/d.md:2", "content/e.md:2");
        assertThat(site.root().resolve("escape")).doesNotExist();
        assertThat(site.root().resolveSibling("escape")).doesNotExist();
    }

    @Test
    void build_writesNothingThroughLinkInOutput(@TempDir Path elsewhere) throws IOException {
        site.put("content/a.md", "A");
        Files.createDirectories(site.output());
        Files.createSymbolicLink(site.output().resolve("a"), elsewhere);
        Path file = Files.writeString(elsewhere.resolve("precious.txt"), "precious");
        Files.createSymbolicLink(site.output().resolve("index.html"), file);

        SiteBuild build = site.build();

        assertThat(build.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.file()).isEqualTo("content/a.md"));
        assertThat(elsewhere).isDirectoryContaining("glob:**/precious.txt").isDirectoryNotContaining("glob:**.html");
        assertThat(file).hasContent("precious");
        assertThat(site.page("index.html")).contains("Welcome");
    }

    @Test
    void build_survivesLoopOfLinks() throws IOException {
        Path folder = Files.createDirectories(site.root().resolve("content/docs"));
        Files.createSymbolicLink(folder.resolve("again"), site.root().resolve("content"));

        SiteBuild build = site.build();

        assertThat(build.faults()).isEmpty();
        assertThat(build.warnings())
                .containsExactly("content/docs/again is a link to a folder around it and was not followed.");
    }

    @Test
    void build_namesBothPagesOfOneAddress() {
        site.put("content/a.md", "A").put("content/a/index.md", "also A");

        assertThat(site.build().faults())
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.toString()).contains("content/a.md").contains("content/a/index.md"));
    }

    @Test
    void build_leavesAddressToFileOfThatName() {
        site.put("content/moved.md", "---", "title: Moved", "url: /a/", "---").put("content/a.md", "# The A");

        SiteBuild build = site.build();

        assertThat(build.faults()).isEmpty();
        assertThat(build.warnings())
                .containsExactly("content/moved.md:3 asks for the address /a/, which is that of content/a.md; "
                        + "it stays at /moved/.");
        assertThat(site.page("a/index.html")).contains("The A");
        assertThat(site.page("moved/index.html")).contains("Moved");
    }

    @Test
    void build_skipsDraftsAndUnderscores() {
        site.put("content/draft.md", "---", "draft: true", "---")
                .put("content/_snippets/a.md", "A")
                .put("content/_note.md", "N")
                .put("content/.hidden.md", "H")
                .put("content/quiet.md", "---", "hidden: true", "---", "Q");

        SiteBuild build = site.build();

        assertThat(build.stats().pageCount()).isEqualTo(2);
        assertThat(site.has("quiet/index.html")).isTrue();
        assertThat(site.page("sitemap.xml")).doesNotContain("quiet");
        assertThat(site.page("index.html")).doesNotContain("quiet");
        assertThat(site.has("draft/index.html")).isFalse();
        assertThat(site.has("_snippets/a/index.html")).isFalse();
    }

    @Test
    void build_copiesFilesOfBundle() {
        site.put("content/post/index.md", "![p](p.svg)").put("content/post/p.svg", "<svg/>");

        site.build();

        assertThat(site.page("post/p.svg")).isEqualTo("<svg/>");
        assertThat(site.page("post/index.html")).contains("src=\"/post/p.svg\"");
    }

    @Test
    void build_redirectsAliases() {
        site.put("content/new.md", "---", "title: New", "aliases: [/old/, /new/, /]", "---");

        SiteBuild build = site.build();

        assertThat(site.page("old/index.html")).contains("url=/new/");
        assertThat(build.warnings())
                .containsExactly("content/new.md:3: the alias / is the address of another page and was left out.");
    }

    @Test
    void build_putsBasePathBeforeLinks() {
        site.put("bengal.toml", "baseurl = \"https://example.org/sub/\"")
                .put("content/a.md", "---", "date: 2026-01-02", "aliases: /old/", "---", "[b](b.md) [c](/c/) [[b]]")
                .put("content/b.md", "# B");

        site.build();

        assertThat(site.page("a/index.html"))
                .contains("<a href=\"/sub/b/\">b</a>")
                .contains("<a href=\"/sub/c/\">c</a>")
                .contains("<a href=\"/sub/b/\">B</a>")
                .contains("href=\"/sub/assets/bengal.")
                .contains("<link rel=\"canonical\" href=\"https://example.org/sub/a/\">");
        assertThat(site.page("sitemap.xml")).contains("<loc>https://example.org/sub/a/</loc>");
        assertThat(site.page("index.json")).contains("\"url\":\"/sub/a/\"");
        assertThat(site.page("old/index.html")).contains("url=/sub/a/");
    }

    @Test
    void build_isTheSameTwice(@TempDir Path other) {
        for (int i = 0; i < 30; i++) {
            site.put(
                    "content/s" + i % 3 + "/p" + i + ".md",
                    "---",
                    "tags: [t" + i % 4 + "]",
                    "---",
                    "# P" + i,
                    "",
                    ":::{note}",
                    "Text",
                    ":::",
                    "",
                    "| a |",
                    "|---|",
                    "| b |");
        }
        site.build();
        Map<String, String> first = site.all();
        SiteFixture second = new SiteFixture(site.root(), other.resolve("out"));
        second.build();

        assertThat(second.all()).isEqualTo(first);
    }

    @Test
    void build_leavesIdenticalFilesAlone() throws IOException {
        site.put("content/a.md", "A").put("content/b.md", "B").build();
        FileTime old = FileTime.fromMillis(1_000_000);
        for (String file : List.of("a/index.html", "b/index.html")) {
            Files.setLastModifiedTime(site.output().resolve(file), old);
        }

        site.put("content/b.md", "changed").build();

        assertThat(Files.getLastModifiedTime(site.output().resolve("a/index.html")))
                .isEqualTo(old);
        assertThat(Files.getLastModifiedTime(site.output().resolve("b/index.html")))
                .isNotEqualTo(old);
    }

    @Test
    void build_deletesWhatItNoLongerMakesAndNothingElse() throws IOException {
        site.put("content/a.md", "A").put("content/b.md", "B").build();
        Path foreign = Files.writeString(site.output().resolve("CNAME"), "example.org");
        Files.delete(site.root().resolve("content/a.md"));

        site.build();

        assertThat(site.output().resolve("a")).doesNotExist();
        assertThat(site.has("b/index.html")).isTrue();
        assertThat(foreign).exists();
        assertThat(site.root().resolve(".bengal-cache/.gitignore")).hasContent("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b.txt", "12:30.txt", "a:/b.txt", "%41.txt", "100%.txt", "a+b.txt", "ü\n.txt"})
    void build_deletesWhatItNoLongerMakesWhateverItsName(String name) throws IOException {
        site.put("static/" + name, "x").build();
        assertThat(site.has(name)).isTrue();
        Files.delete(site.root().resolve("static/" + name));

        assertThat(site.build().warnings()).isEmpty();
        assertThat(site.has(name)).isFalse();
    }

    @Test
    void build_makesAFolderOfAFileAndTheReverse() throws IOException {
        Path file = site.root().resolve("static/download");
        Path page = site.root().resolve("content/download.md");
        site.put("static/download", "x").build();
        Files.delete(file);
        site.put("content/download.md", "D");

        assertThat(site.build().faults()).isEmpty();
        assertThat(site.has("download/index.html")).isTrue();

        Files.delete(page);
        site.put("static/download", "x");
        assertThat(site.build().faults()).isEmpty();
        assertThat(site.page("download")).isEqualTo("x");
        assertThat(site.build().warnings()).isEmpty();
    }

    @Test
    void build_removesNothingInTheWayThatItDidNotWrite() throws IOException {
        site.put("static/download", "x").build();
        Files.delete(site.output().resolve("download"));
        Files.delete(site.root().resolve("static/download"));
        Path foreign =
                Files.createDirectories(site.output().resolve("download")).resolve("mine.txt");
        Files.writeString(foreign, "mine");
        Files.writeString(site.output().resolve("page"), "mine");
        site.put("static/download", "x").put("content/page.md", "P");

        assertThat(site.build().faults())
                .extracting(PageFault::reason)
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("download is in the way: a file must be there; remove it"),
                        fault -> assertThat(fault).contains("page is in the way: a folder must be there; remove it"));
        assertThat(foreign).hasContent("mine");
        assertThat(site.page("page")).isEqualTo("mine");
    }

    @Test
    void build_refusesWhatIsFileAndFolderAtOnce() {
        site.put("static/a", "x").build();
        site.put("content/a.md", "A");

        assertThat(site.build().faults()).hasSize(1);
        assertThat(site.has("a/index.html")).isTrue();
        assertThat(site.build().faults()).hasSize(1);
        assertThat(site.has("a/index.html")).isTrue();
    }

    @Test
    void build_deletesTheOthersWhereOneCannotBeDeleted() throws IOException {
        site.put("static/a.txt", "a").put("static/z.txt", "z").build();
        Files.delete(site.root().resolve("static/a.txt"));
        Files.delete(site.root().resolve("static/z.txt"));
        Path list;
        try (Stream<Path> files = Files.list(site.root().resolve(".bengal-cache"))) {
            list = files.filter(file -> file.toString().endsWith(".txt"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(list, "b/../../outside.txt\n", StandardOpenOption.APPEND);

        assertThat(site.build().warnings()).singleElement().asString().contains("outside.txt would lie outside");
        assertThat(site.has("a.txt")).isFalse();
        assertThat(site.has("z.txt")).isFalse();
        assertThat(list).content().doesNotContain("a.txt").contains("outside.txt");
    }

    @Test
    void build_keepsOldPageWhileItsSourceIsBroken() {
        site.put("content/a.md", "A").build();
        site.put("content/a.md", "---", "weight: heavy", "---").build();

        assertThat(site.has("a/index.html")).isTrue();
    }

    private static List<String> namesBelow(String parent, List<PhaseMetrics> phases) {
        return phases.stream()
                .filter(phase -> parent.equals(phase.parent()))
                .map(PhaseMetrics::name)
                .toList();
    }

    @Test
    void drafts_arePagesWhereTheyAreWanted() {
        site.put("content/draft.md", "---", "draft: true", "---", "A");

        site.build(new BuildOptions(1, false, new Publication(true, false, InstantSource.system()), Progress.NONE));
        assertThat(site.has("draft/index.html")).isTrue();

        site.build();
        assertThat(site.has("draft/index.html")).isFalse();
    }

    @Test
    void build_countsTheFilesThatChanged() {
        site.put("content/a.md", "A").put("content/b.md", "B").put("static/x.txt", "x");
        SiteBuild first = site.build();
        SiteBuild second = site.build();
        site.put("content/a.md", "Another text");
        SiteBuild third = site.build();

        assertThat(first.changed()).isEqualTo(site.all().size());
        assertThat(second.changed()).isZero();
        // The page, and index.json and llms.txt, which hold its words.
        assertThat(third.changed()).isEqualTo(3);
    }
}
