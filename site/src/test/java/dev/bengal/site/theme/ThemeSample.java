package dev.bengal.site.theme;

import dev.bengal.site.SiteFixture;
import java.nio.file.Path;

/** A site that shows all that the theme has. */
final class ThemeSample {
    private ThemeSample() {}

    static SiteFixture in(Path folder) {
        SiteFixture site = new SiteFixture(folder)
                .put(
                        "bengal.yaml",
                        "title: A sample",
                        "description: All that the theme has",
                        "pagination: {size: 4}",
                        "menu:",
                        "  main:",
                        "    - {page: guide}",
                        "    - {name: More, identifier: more}",
                        "    - {name: Tags, url: /tags/, parent: more}",
                        "  footer: [{name: Feed, url: /rss.xml}]")
                .put(
                        "content/_index.md",
                        "---",
                        "title: Home",
                        "description: Hello",
                        "---",
                        "Welcome to the [guide](guide/_index.md).")
                .put(
                        "content/guide/_index.md",
                        "---",
                        "title: Guide",
                        "---",
                        "Words of the section.",
                        "",
                        ":::{child-cards}",
                        ":::")
                .put(
                        "content/guide/picture.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"40\"/>")
                .put("data/tools.csv", "Tool,Version", "JDK,17", "Maven,3.9", "Git,2")
                .put("content/guide/install.md", INSTALL.split("\n"));
        for (int i = 1; i <= 6; i++) {
            site.put(
                    "content/guide/step" + i + ".md",
                    "---",
                    "title: Step " + i,
                    "description: What to do then",
                    "date: 2026-01-0" + i,
                    "tags: [setup, more]",
                    "---",
                    "Words.");
        }
        return site;
    }

    private static final String INSTALL = """
            ---
            title: Install
            description: How to install it
            date: 2026-03-04
            tags: [setup]
            categories: [guides]
            ---

            Read [this](step1.md) first, with `code` and **bold** words.

            ## On Linux

            > A quotation.

            1. One
            2. Two

            - [x] done
            - [ ] not yet

            | Tool | Version | A column with many words in it that is long |
            |------|--------:|---|
            | JDK  | 17 | A cell with many words in it that is long, too, so that it does not fit into a narrow window |

            ```java Main.java {2}
            class Main {
                static void main(String[] args) { System.out.println("a line that is very long, so that it does not fit a small window"); }
            }
            ```

            ### Details

            ![A picture](picture.svg)

            :::{note} Careful
            Words with a [link](step2.md).
            :::

            :::{warning}
            Words.
            :::

            :::{tip}
            Words.
            :::

            :::{danger}
            Words with `code`.
            :::

            :::{dropdown} More of it
            Words.
            :::

            ::::{tab-set}
            :::{tab-item} One
            First.
            :::
            :::{tab-item} Two
            Second.
            :::
            ::::

            ::::{steps}
            :::{step} Begin
            Words.
            :::
            :::{step} End
            Words.
            :::
            ::::

            :::{cards}
            :::{card} Step 1
            :link: /guide/step1/
            Words.
            :::
            :::

            :::{button} guide/step1
            Go on
            :::

            :::{since} 1.0
            :::

            :::{checklist}
            - [ ] One
            :::

            :::{breadcrumbs}
            :::

            :::{siblings}
            :limit: 3
            :show-description:
            :::

            :::{prev-next}
            :::

            :::{related}
            :show-tags:
            :::

            :::{data-table} tools.csv
            :title: Tools
            :::

            A formula $a^2$ in words.

            $$
            \\sum_{i=1}^n x_i + x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + x_8 + x_9 + x_{10} + x_{11} + x_{12} + x_{13} + x_{14} + x_{15}
            $$

            :::{note} It folds
            :collapsible:
            :open: false
            Words.
            :::
            """;
}
