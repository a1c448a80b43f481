package dev.bengal.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small site as it should come out, file by file. After a wanted change, {@code mvn test -pl site -am -Dbengal.golden.update=true}
 * writes the files anew; read the difference before you commit it.
 */
class GoldenSiteTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @Test
    void build_makesTheGoldenSite(@TempDir Path folder) throws Exception {
        SiteFixture site = new SiteFixture(folder)
                .put(
                        "bengal.toml",
                        "title = \"Golden & co\"",
                        "baseurl = \"https://example.org/g\"",
                        "description = \"A small site\"")
                .put("content/_index.md", "Welcome to the [guide](guide/_index.md).")
                .put(
                        "content/guide/_index.md",
                        "---",
                        "title: Guide",
                        "weight: 1",
                        "---",
                        "",
                        "# The guide",
                        "",
                        "Words.")
                .put(
                        "content/guide/install.md",
                        "---",
                        "title: Install",
                        "description: How to install",
                        "date: 2026-03-04",
                        "tags: [Setup, first steps]",
                        "aliases: [/install/]",
                        "---",
                        "",
                        "## Before you begin {#before}",
                        "",
                        ":::{tip} Read *this*",
                        "See [[guide]] and {icon}`star`.",
                        ":::",
                        "",
                        "| Tool | Version |",
                        "|------|--------:|",
                        "| JDK  | 17      |",
                        "",
                        "- [x] done",
                        "",
                        "```sh {1}",
                        "bengal build",
                        "```")
                .put("content/notes/2026.md", "No title, no front matter.");

        assertThat(site.build().faults()).isEmpty();

        for (String file : new String[] {
            "index.html",
            "guide/install/index.html",
            "notes/index.html",
            "tags/setup/index.html",
            "tags/index.html",
            "install/index.html",
            "404.html",
            "index.json",
            "sitemap.xml",
            "rss.xml",
            "robots.txt",
            "llms.txt"
        }) {
            // The fingerprints change with every touch of the style sheet.
            String built = site.page(file).replaceAll("bengal\\.[0-9a-f]{10}\\.", "bengal.FINGERPRINT.");
            Path golden = GOLDEN.resolve(file);
            if (Boolean.getBoolean("bengal.golden.update")) {
                Files.createDirectories(Objects.requireNonNull(golden.getParent()));
                Files.writeString(golden, built);
            }
            assertThat(golden).as(file).hasContent(built);
        }
    }
}
