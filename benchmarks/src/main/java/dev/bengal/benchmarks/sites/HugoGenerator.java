package dev.bengal.benchmarks.sites;

import dev.bengal.benchmarks.PageForm;
import dev.bengal.benchmarks.SyntheticSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Hugo with a theme that makes what Bengal's makes: navigation by section, breadcrumbs, previous and next, table of contents, tags, cards,
 * feed, site map, search index, page for unknown addresses, links by file, fingerprinted assets. Highlighting is off in both.
 */
record HugoGenerator() implements Generator {
    private static final String RESOURCES = "/dev/bengal/benchmarks/hugo/";

    private static final List<String> FILES = List.of(
            "config.toml",
            "layouts/404.html",
            "layouts/index.html",
            "layouts/index.json",
            "layouts/robots.txt",
            "layouts/_default/baseof.html",
            "layouts/_default/section.html",
            "layouts/_default/single.html",
            "layouts/_default/taxonomy.html",
            "layouts/_default/term.html",
            "layouts/_default/_markup/render-heading.html",
            "layouts/_default/_markup/render-link.html",
            "layouts/partials/article.html",
            "layouts/partials/cards.html",
            "layouts/partials/level.html",
            "layouts/partials/sidebar.html");

    @Override
    public String name() {
        return "Hugo";
    }

    @Override
    public void write(SyntheticSite site, Path folder) throws IOException {
        site.writePages(folder.resolve("content"), PageForm.FILES);
        new PeerFiles(RESOURCES).copy(FILES, folder);
        PeerFiles.copyAssets(folder.resolve("assets"));
    }

    @Override
    public List<String> command(Path folder, Path output) {
        return List.of("hugo", "--quiet", "-s", folder.toString(), "-d", output.toString());
    }
}
