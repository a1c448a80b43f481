package dev.bengal.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectiveCheckTest {
    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
    }

    @Test
    void unknownDirective_isBoxAndWarnedOnceWithNearestName() {
        assertThat(prose.warnings(":::{nots}", "x", ":::", ":::{nots}", "y", ":::"))
                .containsExactly(
                        "content/docs/page.md:1: the directive :::{nots} is not known and shows as a plain box; "
                                + ":::{note} is.");
        assertThat(prose.now()).startsWith("<div class=\"directive directive-nots\">");
    }

    @Test
    void unknownDirective_farFromAllIsNamedByConfiguration() {
        assertThat(prose.warnings(":::{our-own-box}", "x", ":::"))
                .containsExactly("content/docs/page.md:1: the directive :::{our-own-box} is not known and shows as a "
                        + "plain box; [markup] boxes in the configuration can name it.");
        prose.site().put("bengal.toml", "[markup]", "boxes = [\"our-own-box\"]");

        assertThat(prose.of(":::{our-own-box}", "x", ":::"))
                .startsWith("<div class=\"directive directive-our-own-box\">");
    }

    @Test
    void optionWithListOfValues_isWarnedOfOthers() {
        assertThat(prose.warnings(":::{checklist}", ":style: roman", "- x", ":::"))
                .containsExactly("content/docs/page.md:1: :::{checklist} has :style: roman, which must be one of "
                        + "default, minimal, numbered.");
        assertThat(prose.warnings(":::{child-cards}", ":include: page", ":::"))
                .containsExactly("content/docs/page.md:1: :::{child-cards} has :include: page, which must be one of "
                        + "all, pages, sections.");
    }
}
