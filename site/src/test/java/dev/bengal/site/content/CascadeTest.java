package dev.bengal.site.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.SiteBuild;
import dev.bengal.site.SiteFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CascadeTest {
    private static final String SHOWN =
            "{{ page.type }}|{{ page.language }}|{{ page.params.author | default('none') }}|{{ page.date }}";

    @Test
    void cascade_reachesAllBelowAndTheNearestWins(@TempDir Path folder) {
        SiteFixture site = site(folder)
                .put(
                        "content/_index.md",
                        "---",
                        "cascade:",
                        "  lang: de",
                        "  author: Ada",
                        "  type: doc",
                        "---",
                        "Home")
                .put("content/top.md", "---", "title: Top", "---", "Words.")
                .put("content/guide/_index.md", "---", "cascade: {author: Bo, date: 2026-01-02}", "---", "Guide")
                .put("content/guide/deep/page.md", "---", "title: Deep", "type: page", "---", "Words.")
                .put("content/guide/bundle/index.md", "---", "title: Bundle", "lang:", "---", "Words.");
        SiteBuild build = site.build();

        assertThat(build.faults()).isEmpty();
        assertThat(build.warnings()).isEmpty();
        assertThat(site.page("index.html")).isEqualTo("page|en|none|");
        assertThat(site.page("top/index.html")).isEqualTo("doc|de|Ada|");
        assertThat(site.page("guide/index.html")).isEqualTo("doc|de|Ada|");
        assertThat(site.page("guide/deep/page/index.html")).isEqualTo("page|de|Bo|2026-01-02");
        // A key that is given without a value is given.
        assertThat(site.page("guide/bundle/index.html")).isEqualTo("doc|en|Bo|2026-01-02");
    }

    @Test
    void cascade_keepsPagesBackUnlessTheySayOtherwise(@TempDir Path folder) {
        SiteFixture site = site(folder)
                .put("content/plans/_index.md", "---", "cascade: {draft: true}", "---", "Plans")
                .put("content/plans/a.md", "A")
                .put("content/plans/b.md", "---", "draft: false", "---", "B");
        site.build();

        assertThat(site.has("plans/index.html")).isTrue();
        assertThat(site.has("plans/a/index.html")).isFalse();
        assertThat(site.has("plans/b/index.html")).isTrue();
    }

    @Test
    void cascade_namesTheLineOfABadValueOnce(@TempDir Path folder) {
        SiteBuild build = site(folder)
                .put("content/guide/_index.md", "---", "title: Guide", "cascade:", "  weight: heavy", "---", "Guide")
                .put("content/guide/a.md", "A")
                .put("content/guide/b.md", "B")
                .build();

        assertThat(build.faults())
                .extracting(Object::toString)
                .containsExactly("content/guide/_index.md:4: 'weight' in the cascade must be a number");
    }

    @Test
    void cascade_thatIsNoMappingIsAFault(@TempDir Path folder) {
        SiteBuild build = site(folder)
                .put("content/guide/_index.md", "---", "cascade: doc", "---", "Guide")
                .build();

        assertThat(build.faults())
                .extracting(Object::toString)
                .containsExactly("content/guide/_index.md:2: front matter 'cascade' must have keys below it,"
                        + " such as 'type: doc'");
    }

    @Test
    void cascade_warnsOfWhatEachPageHasForItselfAndOfOrdinaryPages(@TempDir Path folder) {
        SiteBuild build = site(folder)
                .put("content/guide/_index.md", "---", "cascade:", "  type: doc", "  url: /same/", "---", "Guide")
                .put("content/guide/a.md", "---", "title: A", "cascade: {type: doc}", "---", "A")
                .put("content/guide/b.md", "B")
                .build();

        assertThat(build.faults()).isEmpty();
        assertThat(build.warnings())
                .containsExactly(
                        "content/guide/_index.md:4: 'url' in a cascade was left out, for each page has its own.",
                        "content/guide/a.md:3: 'cascade' says something for the pages of a folder, in its _index.md"
                                + " alone.");
    }

    @Test
    void cascade_isFollowedByIncrementalBuild(@TempDir Path folder) {
        SiteFixture site = site(folder)
                .put("content/guide/_index.md", "---", "cascade: {author: Ada}", "---", "Guide")
                .put("content/guide/a.md", "A")
                .put("content/other.md", "Other");
        site.build();
        site.put("content/guide/_index.md", "---", "cascade: {author: Bo}", "---", "Guide");
        SiteBuild build = site.build();

        assertThat(site.page("guide/a/index.html")).isEqualTo("page|en|Bo|");
        assertThat(build.anew()).isEqualTo(2);
    }

    private static SiteFixture site(Path folder) {
        return new SiteFixture(folder)
                .put("templates/page.html", SHOWN)
                .put("templates/section.html", SHOWN)
                .put("templates/home.html", SHOWN);
    }
}
