package dev.bengal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.links.LinkCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build writes nothing outside its output, leaves no half a file, and is not stopped by any text. */
class SafeBuildTest {
    /** Each took for ever, or the stack, in some Markdown parser. */
    private static final List<String> PIECES = List.of(
            "[",
            "![",
            "[[",
            "]",
            "[a](",
            "[a](<",
            "*a ",
            "**a *b ",
            "_a __b ",
            "***",
            "> ",
            "- ",
            "`a``b",
            "<",
            "<!--",
            "&",
            "~~",
            "![[a|",
            "| ",
            "\\",
            "a*_",
            ":::{note}\n",
            "#",
            "{icon}`",
            "[x]: ",
            "(",
            "a_b_",
            "<a href=\"",
            "1. ",
            "\t- ");

    private SiteFixture site;
    private Path folder;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        this.folder = folder;
        site = new SiteFixture(folder).put("content/_index.md", "# Welcome");
    }

    @Test
    void build_isTheSameOnOneThreadAndOnEight() {
        for (int i = 0; i < 120; i++) {
            site.put(
                    "content/s" + i % 7 + "/p" + i + ".md",
                    "---",
                    "tags: [t" + i % 9 + "]",
                    "aliases: [/old/" + i % 50 + "/]",
                    "---",
                    "# P" + i,
                    "",
                    "[[s" + (i + 1) % 7 + "/p" + (i + 1) + "]] and [[nowhere" + i + "]]");
        }
        site.put("content/s1/bad.md", "---", "tags: [a", "---").put("static/old/3/index.html", "mine");
        SiteBuild alone = site.build(new BuildOptions(1, true, Progress.NONE));
        SiteFixture other = new SiteFixture(site.root(), folder.resolve("other"));
        for (int i = 0; i < 5; i++) {
            SiteBuild together = other.build(new BuildOptions(8, true, Progress.NONE));

            assertThat(together.warnings()).isEqualTo(alone.warnings());
            assertThat(together.faults()).isEqualTo(alone.faults());
            assertThat(together.stats()).isEqualTo(alone.stats());
            assertThat(other.all()).isEqualTo(site.all());
        }
    }

    @Test
    void build_recordsTheStagesOfItsPages() {
        site.put("content/a.md", "A").build();

        assertThat(site.metrics().phases().stream()
                        .filter(phase -> "pages".equals(phase.parent()))
                        .map(phase -> phase.name() + " " + phase.itemsProcessed()))
                .containsExactly("compare 2", "parse 2", "render 2", "write 2");

        site.put("content/a.md", "Another").build();

        assertThat(site.metrics().phases().stream()
                        .filter(phase -> "pages".equals(phase.parent()))
                        .map(phase -> phase.name() + " " + phase.itemsProcessed()))
                .containsExactly("compare 2", "parse 1", "render 1", "write 1");
    }

    @Test
    void build_replacesFilesByRenaming() throws IOException {
        site.put("content/a.md", "Old").build();
        Path page = site.output().resolve("a/index.html");
        Path reader = folder.resolve("reader");
        Files.createLink(reader, page);
        String old = Files.readString(page);

        site.put("content/a.md", "New").build();

        // Whoever had the old file open still has it whole: it was replaced, not written into.
        assertThat(reader).hasContent(old);
        assertThat(page).content().contains("New");
        assertThat(site.output().resolve(".bengal-new")).doesNotExist();
    }

    @Test
    void build_clearsAwayWhatKilledBuildLeft() throws IOException {
        Path drafts = Files.createDirectories(site.output().resolve(".bengal-new"));
        Files.writeString(drafts.resolve("999999999-7"), "<p>half a pa");

        site.build();

        assertThat(drafts).doesNotExist();
    }

    @Test
    void build_writesNoDraftThroughLink() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createDirectories(site.output());
        Files.createSymbolicLink(site.output().resolve(".bengal-new"), elsewhere);

        assertThat(site.build().faults()).isEmpty();

        assertThat(elsewhere).isEmptyDirectory();
        assertThat(site.page("index.html")).contains("Welcome");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the backslash separates there")
    void build_takesBackslashForPartOfTheName() {
        site.put("content/a.md", "[Page](back\\slash.md), ![Picture](deep/one\\two.svg)")
                .put("content/back\\slash.md", "Its text")
                .put("content/deep/one\\two.svg", "<svg/>")
                .put("static/three\\four.txt", "Five");

        assertThat(site.build().faults()).isEmpty();

        assertThat(site.all()).containsKeys("back\\slash/index.html", "deep/one\\two.svg", "three\\four.txt");
        assertThat(site.page("a/index.html")).contains("href=\"/back%5Cslash/\"", "src=\"/deep/one%5Ctwo.svg\"");
        assertThat(LinkCheck.of(site.output(), Configuration.load(site.root()).baseUrl())
                        .broken())
                .isEmpty();
        assertThat(site.build().warnings()).isEmpty();
        assertThat(site.has("back\\slash/index.html")).isTrue();
    }

    @Test
    void build_refusesOutputThatLeadsAmongItsSources() throws IOException {
        Files.createSymbolicLink(site.output(), site.root().resolve("content"));

        assertThatThrownBy(site::build).isInstanceOf(SiteException.class).hasMessageContaining("would mix with");
        assertThat(site.root().resolve("content/index.html")).doesNotExist();
    }

    @Test
    void build_changesNothingOutsideItsOutputAndItsCache() throws IOException {
        Path victim = Files.createDirectories(folder.resolve("victim"));
        Files.writeString(victim.resolve("index.html"), "precious");
        site.put("content/a.md", "---", "url: /../victim/", "---", "A")
                .put("content/b.md", "---", "slug: ../../victim", "---", "B")
                .put("content/c.md", "---", "aliases: [\"../victim/\", /%2e%2e/victim/, \"/..\\\\victim\"]", "---", "C")
                .put("content/d.md", "---", "url: /a/./b/.../d/", "tags: [\"../../x\", \"..\"]", "---", "D")
                .put("content/e.md", "---", "url: /.bengal-new/", "---", "E")
                .put("content/f.md", ":::{include} ../../victim/index.html", ":::", "", "F")
                .put("static/s.txt", "s");
        Files.createDirectories(site.output());
        Files.createSymbolicLink(site.output().resolve("tags"), victim);
        Map<String, String> before = outside();

        site.build();

        assertThat(outside()).isEqualTo(before);
        assertThat(site.all().values()).noneMatch(text -> text.contains("precious"));
    }

    /** Every file but those of the output and the cache. */
    private Map<String, String> outside() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(site.output())
                        && !file.startsWith(site.root().resolve(".bengal-cache"))) {
                    texts.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static List<String> pieces() {
        return PIECES;
    }

    /** What takes the square of the length would take minutes. */
    @ParameterizedTest
    @MethodSource("pieces")
    @Timeout(60)
    void build_endsWithTextOf(String piece) {
        buildTextOf(piece, 300_000);
    }

    @Tag("heavy")
    @ParameterizedTest
    @MethodSource("pieces")
    @Timeout(60)
    void build_endsWithAMillionCharactersOf(String piece) {
        buildTextOf(piece, 1_000_000);
    }

    private void buildTextOf(String piece, int length) {
        site.put("content/a.md", piece.repeat(length / piece.length()))
                .put("content/b.md", (piece + "\n").repeat(length / 50))
                .put(
                        "content/c.md",
                        piece.repeat(length / 500) + "x" + mirrored(piece).repeat(length / 500));

        assertThat(site.build().stats().pageCount()).isEqualTo(4);
    }

    private static String mirrored(String piece) {
        return new StringBuilder(piece)
                .reverse()
                .toString()
                .replace('[', ']')
                .replace('(', ')')
                .replace('<', '>');
    }

    @Test
    @Timeout(60)
    void build_endsWithDeepNesting() {
        StringBuilder lists = new StringBuilder();
        List<String> directives = new ArrayList<>();
        for (int depth = 0; depth < 3_000; depth++) {
            lists.append("  ".repeat(depth % 1_000)).append("- a\n");
            directives.add(":::{note} " + depth);
        }
        site.put("content/lists.md", lists.toString())
                .put("content/quotes.md", ">".repeat(50_000) + " a")
                .put("content/directives.md", String.join("\n", directives) + "\ntext" + "\n:::".repeat(3_000));

        assertThat(site.build().stats().pageCount()).isEqualTo(4);
    }
}
