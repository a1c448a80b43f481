package dev.bengal.benchmarks.sites;

import dev.bengal.benchmarks.PageForm;
import dev.bengal.benchmarks.SyntheticSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Eleventy with a theme that makes what Bengal's makes, but for the feeds of sections and tags. It works in the folder of the site.
 *
 * @param module the folder of the package {@code @11ty/eleventy}
 */
record EleventyGenerator(Path module) implements Generator {
    private static final PeerFiles FILES = new PeerFiles("/dev/bengal/benchmarks/eleventy/");
    private static final String CONFIGURATION = "eleventy.config.mjs";
    private static final String COMMAND = "cd \"$0\" && exec node \"$1\" --quiet --output=\"$2\"";

    @Override
    public String name() {
        return "Eleventy";
    }

    @Override
    public String lacks() {
        return "feeds of sections and tags";
    }

    @Override
    public void write(SyntheticSite site, Path folder) throws IOException {
        site.writePages(folder.resolve("content"), PageForm.FILES);
        FILES.copy(
                List.of(
                        "extra/404.njk",
                        "extra/feed.njk",
                        "extra/index.njk",
                        "extra/robots.njk",
                        "extra/sitemap.njk",
                        "extra/term.njk",
                        "extra/terms.njk",
                        "layouts/base.njk",
                        "layouts/cards.njk",
                        "layouts/page.njk"),
                folder);
        FILES.copy(CONFIGURATION, folder, "ELEVENTY_MODULE", module.toString());
        PeerFiles.copyAssets(folder.resolve("assets"));
    }

    @Override
    public List<String> command(Path folder, Path output) {
        String program = module.resolve("cmd.cjs").toString();
        return List.of("sh", "-c", COMMAND, folder.toString(), program, output.toString());
    }
}
