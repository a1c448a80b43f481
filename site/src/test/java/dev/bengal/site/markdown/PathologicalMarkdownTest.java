package dev.bengal.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.SiteBuild;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that a careless parser takes hours for, or more stack than there is. The limit of ten minutes is far from what they take. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PathologicalMarkdownTest {
    private static final int MANY = 100_000;
    private static final int MOST_LETTERS_FOR_ONE = 40;

    private RenderedProse prose;

    @BeforeEach
    void makeSite(@TempDir Path folder) {
        prose = new RenderedProse(folder);
    }

    /** The page is built, and not much longer than its text. */
    private void requireBorne(String... lines) {
        SiteBuild build = prose.site().put("content/docs/page.md", lines).build();

        assertThat(build.faults()).isEmpty();
        assertThat(prose.now().length())
                .isLessThan(MOST_LETTERS_FOR_ONE * String.join("\n", lines).length());
    }

    @Test
    void blanks_inWordsOfMarksAreBorne() {
        String blanks = " ".repeat(MANY);
        requireBorne(":::{note} a" + blanks + "b", ":key: a" + blanks + "b", ":open:" + blanks + "x", ":::");
        requireBorne("```java a" + blanks + "b {1}", "x", "```", "```java" + blanks + "{x", "x", "```");
        requireBorne("## a" + "\u00a0".repeat(MANY) + "{#" + blanks + "b}");
        requireBorne("## a {#b" + "{#".repeat(MANY) + "}");
    }

    @Test
    void ranges_withoutEndAreBorne() {
        requireBorne("```java {" + "1,2-3 , ".repeat(MANY) + "4}", "x", "```");
        requireBorne("```java {" + "-".repeat(MANY) + "}", "x", "```");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "[[",
                "$a",
                "$",
                "$$a ",
                "$\\$",
                "]",
                "]]",
                "[[a",
                "[[a|",
                "|[[a|b]]",
                "{icon}`",
                "`",
                "*a_ ",
                "<a ",
                "![",
                "&#",
                "!["
            })
    void inlineMarks_withoutEndAreBorne(String mark) {
        requireBorne(mark.repeat(MANY / mark.length()));
    }

    @Test
    void directives_withoutEndAreBorne() {
        requireBorne(":::{note}\n".repeat(20_000));
        requireBorne(":::\n".repeat(20_000));
        requireBorne(":::{note}\n" + ":a: b\n".repeat(20_000));
        requireBorne("- :::{tab-set}\n".repeat(2_000) + ":::\n".repeat(2_000));
        requireBorne(":::{steps}\n" + ":::{step}\n:::\n".repeat(5_000) + ":::");
        requireBorne(":::{tab-set}\n" + ":::{tab} x\n:::\n".repeat(5_000) + ":::");
    }

    @Test
    void listTable_ofManyColumnsIsBorne() {
        requireBorne(":::{list-table}\n* - a\n" + "  - a\n".repeat(5_000) + "* - b\n".repeat(20) + ":::");
    }

    @Test
    void headings_ofOneNameAreBorne() {
        requireBorne("## a\n\n".repeat(20_000));
    }
}
