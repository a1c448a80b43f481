package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFormTest {
    private static final SyntheticSite SITE = new SyntheticSite(60, 1);

    @TempDir
    private Path folder;

    @Test
    void pelican_readsHeaderWithCategoryAndAddress() throws IOException {
        SITE.writePages(folder, PageForm.PELICAN);

        assertThat(folder.resolve("section-1/page-01.md")).content().startsWith("""
                Title: Plain on layer
                Summary: That between window signal.
                Date: 2026-08-30
                Weight: 2
                Tags: releases, charts, storage
                Category: section-1
                Url: section-1/page-01/
                Save_as: section-1/page-01/index.html

                [TOC]

                Small will exact""");
        assertThat(folder.resolve("_index.md"))
                .content()
                .contains("\nCategory: home\n", "\nUrl: \n", "\nSave_as: index.html\n");
    }

    @Test
    void pelican_linksToFilesFromTheTop() throws IOException {
        SITE.writePages(folder, PageForm.PELICAN);

        assertThat(folder.resolve("section-1/page-01.md"))
                .content()
                .contains("]({filename}/section-3/page-10.md)")
                .doesNotContain("](../", "[[");
    }

    @Test
    void jbake_readsHeaderWithTypeAndLinksByAddress() throws IOException {
        SITE.writePages(folder, PageForm.JBAKE);

        assertThat(folder.resolve("section-1/page-01/index.md"))
                .content()
                .startsWith("""
                        title=Plain on layer
                        description=That between window signal.
                        date=2026-08-30
                        weight=2
                        tags=releases,charts,storage
                        type=post
                        status=published
                        ~~~~~~

                        [TOC]

                        Small will exact""")
                .contains("](/section-3/page-10/)")
                .doesNotContain(".md)", "[[");
        assertThat(folder.resolve("index.md")).content().contains("\ntype=section\n");
    }

    @Test
    void form_changesNothingButHeadAndLinks() throws IOException {
        for (PageForm form : PageForm.values()) {
            SITE.writePages(folder.resolve(form.name()), form);
        }

        String bengal = text("BENGAL/section-1/page-01.md");
        assertThat(text("FILES/section-1/page-01.md")).isEqualTo(bengal);
        assertThat(text("PELICAN/section-1/page-01.md")).isEqualTo(bengal);
        assertThat(text("JBAKE/section-1/page-01/index.md")).isEqualTo(bengal);
    }

    @Test
    void jbake_placesEachPageWhereItsAddressIs() throws IOException {
        SITE.writePages(folder, PageForm.JBAKE);

        assertThat(SITE.addresses())
                .hasSize(60)
                .startsWith("/", "/section-1/", "/section-1/page-01/")
                .allSatisfy(address -> assertThat(folder.resolve(address.substring(1) + "index.md"))
                        .isRegularFile());
    }

    /** From the first word of the text on, without links. */
    private String text(String file) throws IOException {
        String page = Files.readString(folder.resolve(file));
        return page.substring(page.indexOf("Small will exact")).replaceAll("(?m)^See .* too\\.$", "See it too.");
    }
}
