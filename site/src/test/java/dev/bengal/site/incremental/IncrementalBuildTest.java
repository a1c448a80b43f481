package dev.bengal.site.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.BuildOptions;
import dev.bengal.site.Progress;
import dev.bengal.site.SiteBuild;
import dev.bengal.site.SiteFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An incremental build leaves what a full one would, byte for byte, whatever was changed. */
class IncrementalBuildTest {
    private static final BuildOptions INCREMENTAL = new BuildOptions(2, false, Progress.NONE);
    private static final BuildOptions FULL_ALONE = new BuildOptions(1, true, Progress.NONE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void build_isLikeFullOneAfterEachOfSomeChanges(long seed, @TempDir Path folder) throws IOException {
        compareAfterEachChange(seed, 25, folder);
    }

    @Tag("heavy")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void build_isLikeFullOneAfterEachOfHundredsOfChanges(long seed, @TempDir Path folder) throws IOException {
        compareAfterEachChange(seed, 300, folder);
    }

    private static void compareAfterEachChange(long seed, int changes, Path folder) throws IOException {
        SiteFixture site = new SiteFixture(folder);
        EditedSite edited = new EditedSite(site, seed, seed % 2 == 0);
        site.build(INCREMENTAL);
        List<String> done = new ArrayList<>();
        long madeAnew = 0;
        long madeByFull = 0;
        for (int i = 0; i < changes; i++) {
            done.add(edited.change());
            SiteBuild incremental = site.build(INCREMENTAL);
            SiteFixture whole = new SiteFixture(site.root(), folder.resolve("whole"));
            SiteBuild full = whole.build(FULL_ALONE);

            String what = "seed " + seed + ", after " + done;
            assertThat(incremental.faults()).as(what).isEqualTo(full.faults());
            assertThat(incremental.warnings()).as(what).isEqualTo(full.warnings());
            assertThat(incremental.stats()).as(what).isEqualTo(full.stats());
            requireSame(site.all(), whole.all(), full.faults().isEmpty(), what);
            delete(whole.output());
            madeAnew += incremental.anew();
            madeByFull += full.anew();
        }
        // Otherwise nothing was shown: every build was a full one.
        assertThat(madeAnew).isLessThan(madeByFull / 2);
    }

    /** Where a page is broken, what an earlier build made of it stays. */
    private static void requireSame(Map<String, String> left, Map<String, String> whole, boolean sound, String what) {
        whole.forEach((file, text) ->
                assertThat(left.get(file)).as(file + ", " + what).isEqualTo(text));
        if (sound) {
            assertThat(left.keySet()).as(what).isEqualTo(whole.keySet());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void build_makesOnlyThePageWhoseTextChanged(@TempDir Path folder) {
        SiteFixture site = threePages(folder);
        site.put("content/b.md", "---", "title: B", "---", "Other words.");

        assertThat(site.build().anew()).isEqualTo(1);
        assertThat(site.page("b/index.html")).contains("Other words.");
    }

    @Test
    void build_makesNothingWhereNothingChanged(@TempDir Path folder) {
        SiteFixture site = threePages(folder);

        assertThat(site.build().anew()).isZero();
    }

    @Test
    void build_makesPagesThatLinkToRenamedOne(@TempDir Path folder) {
        SiteFixture site = new SiteFixture(folder)
                .put("content/far/away.md", "---", "title: Away", "---", "A")
                .put("content/near/links.md", "---", "title: Links", "---", "[[far/away]]")
                .put("content/near/other.md", "---", "title: Other", "---", "No link.")
                .put("content/near/third.md", "---", "title: Third", "---", "No link.");
        site.build();
        site.put("content/far/away.md", "---", "title: Renamed", "---", "A");
        SiteBuild build = site.build();

        assertThat(site.page("near/links/index.html")).contains(">Renamed</a>");
        // The page, its section, its neighbour in reading order, which is the section near/, and the page with the
        // link.
        assertThat(build.anew()).isEqualTo(4);
    }

    @Test
    void build_makesPagesThatLinkToATargetWhichMoved(@TempDir Path folder) {
        SiteFixture site = new SiteFixture(folder)
                .put("content/one.md", "---", "title: One", "---", ":::{target} here", ":::")
                .put("content/two.md", "---", "title: Two", "---", "Nothing.")
                .put("content/links.md", "---", "title: Links", "---", "[[!here]]");
        site.build();
        site.put("content/one.md", "---", "title: One", "---", "Nothing.")
                .put("content/two.md", "---", "title: Two", "---", ":::{target} here", ":::");
        site.build();

        assertThat(site.page("links/index.html")).contains("two/#here").doesNotContain("one/#here");
    }

    @Test
    void build_makesEverythingWhereTemplateChanged(@TempDir Path folder) {
        SiteFixture site = threePages(folder);
        site.put("templates/page.html", "<p>{{ page.title }}</p>");

        assertThat(site.build().anew()).isEqualTo(3);
        assertThat(site.page("a/index.html")).isEqualTo("<p>A</p>");
    }

    @Test
    void build_leavesFeedsAndSiteMapWhereOnlyATextChanged(@TempDir Path folder) throws IOException {
        SiteFixture site = new SiteFixture(folder)
                .put("content/notes/_index.md", "---", "title: Notes", "---")
                .put("content/notes/a.md", "---", "title: A", "date: 2026-01-02", "description: D", "---", "A")
                .put("content/notes/b.md", "---", "title: B", "date: 2026-01-03", "---", "Begins so.");
        site.build();
        site.put("content/notes/a.md", "---", "title: A", "date: 2026-01-02", "description: D", "---", "Other");

        assertThat(site.build().changed()).isEqualTo(1);

        site.put("content/notes/b.md", "---", "title: B", "date: 2026-01-03", "---", "Begins otherwise.");
        site.build();
        assertThat(site.page("notes/rss.xml")).contains("Begins otherwise.");
        assertThat(site.page("index.json")).contains("Begins otherwise.");
    }

    @Test
    void build_givesAnOlderAddressToAnotherPageWhereTheFirstIsBroken(@TempDir Path folder) {
        String[] front = {"---", "title: A", "aliases: [/old/]", "template: first.html", "---"};
        SiteFixture site = new SiteFixture(folder)
                .put("templates/first.html", "{{ page.toc[0].text }}")
                .put("content/a.md", String.join("\n", front), "## There")
                .put("content/b.md", "---", "title: B", "aliases: [/old/]", "---", "B");
        site.build();
        assertThat(site.page("old/index.html")).contains("/a/");

        site.put("content/a.md", String.join("\n", front), "No heading.");
        assertThat(site.build().faults()).hasSize(1);
        assertThat(site.page("old/index.html")).contains("/b/");

        site.put("content/a.md", String.join("\n", front), "## There");
        site.build();
        assertThat(site.page("old/index.html")).contains("/a/");
    }

    @Test
    void build_mendsDamagedOutput(@TempDir Path folder) throws IOException {
        SiteFixture site = threePages(folder);
        String sound = site.page("a/index.html");
        Files.writeString(site.output().resolve("a/index.html"), "damaged");
        Files.delete(site.output().resolve("b/index.html"));

        assertThat(site.build().anew()).isEqualTo(2);
        assertThat(site.page("a/index.html")).isEqualTo(sound);
        assertThat(site.has("b/index.html")).isTrue();
    }

    @Test
    void build_warnsAgainOfPageThatStands(@TempDir Path folder) {
        SiteFixture site = new SiteFixture(folder).put("content/a.md", "[[nowhere]]");
        List<String> warnings = site.build().warnings();

        SiteBuild again = site.build();

        assertThat(again.anew()).isZero();
        assertThat(again.warnings()).isEqualTo(warnings).isNotEmpty();
    }

    @Test
    void build_isRememberedWhole_whereItIsNotedInManyPieces(@TempDir Path folder) throws IOException {
        SiteFixture site = longNotes(folder);

        assertThat(site.build().anew()).isZero();
    }

    @Test
    void build_isFullWhereMemoryIsDamagedOrForeign(@TempDir Path folder) throws IOException {
        isFullWhereMemoryIsDamagedOrForeign(threePages(folder));
    }

    @Test
    void build_isFullWhereOneOfManyPiecesIsDamaged(@TempDir Path folder) throws IOException {
        isFullWhereMemoryIsDamagedOrForeign(longNotes(folder));
    }

    private static void isFullWhereMemoryIsDamagedOrForeign(SiteFixture site) throws IOException {
        Path memory;
        try (Stream<Path> files = Files.list(site.root().resolve(".bengal-cache"))) {
            memory = files.filter(file -> file.toString().endsWith(".bin"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] sound = Files.readAllBytes(memory);
        for (int at = 0; at < sound.length; at += 1 + sound.length / 200) {
            byte[] damaged = sound.clone();
            damaged[at] ^= 0x40;
            Files.write(memory, damaged);
            assertThat(new MemoryFile(site.root(), site.output().toRealPath())
                            .read()
                            .size())
                    .as("byte " + at)
                    .isZero();
            Files.write(memory, java.util.Arrays.copyOf(sound, at));
            assertThat(new MemoryFile(site.root(), site.output().toRealPath())
                            .read()
                            .size())
                    .as("cut " + at)
                    .isZero();
        }
        Files.write(memory, sound);
        assertThat(new MemoryFile(site.root(), site.output().toRealPath(), 4711)
                        .read()
                        .size())
                .isZero();
        assertThat(new MemoryFile(site.root(), site.output().toRealPath())
                        .read()
                        .size())
                .isPositive();
    }

    @Test
    void build_doesWithoutMemoryThatCannotBeWritten(@TempDir Path folder, @TempDir Path elsewhere) throws IOException {
        SiteFixture site = new SiteFixture(folder).put("content/a.md", "A");
        Files.createSymbolicLink(site.root().resolve(".bengal-cache"), elsewhere);

        SiteBuild build = site.build();

        assertThat(site.has("a/index.html")).isTrue();
        assertThat(build.warnings()).hasSize(2).last().asString().startsWith("The next build will be a full one");
        assertThat(elsewhere).isEmptyDirectory();
    }

    /** One page's notes are longer than a piece, and those of some others fill several. */
    private static SiteFixture longNotes(Path folder) {
        SiteFixture site = threePages(folder)
                .put("content/long.md", "---", "title: Long", "note: " + "x".repeat(100_000), "---", "L");
        for (int i = 0; i < 20; i++) {
            site.put("content/n" + i + ".md", "---", "title: N" + i, "note: " + ("n" + i).repeat(3_000), "---", "N");
        }
        site.build();
        return site;
    }

    private static SiteFixture threePages(Path folder) {
        SiteFixture site = new SiteFixture(folder)
                .put("content/_index.md", "# Welcome")
                .put("content/a.md", "---", "title: A", "---", "A")
                .put("content/b.md", "---", "title: B", "---", "B");
        site.build();
        return site;
    }
}
