package dev.bengal.benchmarks.sites;

import dev.bengal.benchmarks.PageForm;
import dev.bengal.benchmarks.SyntheticSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Pelican with what of Bengal's theme it makes without a plug-in: its categories are the sections, which do not nest.
 *
 * @param program the command {@code pelican}
 */
record PelicanGenerator(String program) implements Generator {
    private static final PeerFiles FILES = new PeerFiles("/dev/bengal/benchmarks/pelican/");

    @Override
    public String name() {
        return "Pelican";
    }

    @Override
    public String lacks() {
        return "nested sections (its navigation, breadcrumbs and cards know one level), previous and next, fingerprinted assets";
    }

    @Override
    public void write(SyntheticSite site, Path folder) throws IOException {
        site.writePages(folder.resolve("content"), PageForm.PELICAN);
        FILES.copy(
                List.of(
                        "pelicanconf.py",
                        "theme/templates/404.html",
                        "theme/templates/article.html",
                        "theme/templates/base.html",
                        "theme/templates/cards.html",
                        "theme/templates/robots.html",
                        "theme/templates/search.html",
                        "theme/templates/sitemap.html",
                        "theme/templates/tag.html",
                        "theme/templates/tags.html"),
                folder);
        PeerFiles.copyAssets(folder.resolve("theme/static"));
    }

    @Override
    public List<String> command(Path folder, Path output) {
        return List.of(
                program,
                folder.resolve("content").toString(),
                "--quiet",
                "--settings",
                folder.resolve("pelicanconf.py").toString(),
                "--theme-path",
                folder.resolve("theme").toString(),
                "--output",
                output.toString());
    }
}
