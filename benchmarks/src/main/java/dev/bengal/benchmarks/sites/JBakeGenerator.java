package dev.bengal.benchmarks.sites;

import dev.bengal.benchmarks.PageForm;
import dev.bengal.benchmarks.SyntheticSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * JBake with what of Bengal's theme it makes: its sections are a type of document, which do not nest and do not know their pages.
 *
 * @param classPath of JBake and what it needs
 */
record JBakeGenerator(String classPath) implements Generator {
    private static final PeerFiles FILES = new PeerFiles("/dev/bengal/benchmarks/jbake/");

    /** JBake with a class path, or with all jars of a folder. */
    static JBakeGenerator of(String place) {
        return new JBakeGenerator(
                Files.isDirectory(Path.of(place)) ? Path.of(place, "*").toString() : place);
    }

    @Override
    public String name() {
        return "JBake";
    }

    @Override
    public String lacks() {
        return "nested sections (its navigation knows one level), breadcrumbs, cards of sections, previous and next by section (they go by date),"
                + " feeds of sections and tags, links by file, fingerprinted assets";
    }

    @Override
    public void write(SyntheticSite site, Path folder) throws IOException {
        site.writePages(folder.resolve("content"), PageForm.JBAKE);
        FILES.copy(
                List.of(
                        "jbake.properties",
                        "assets/robots.txt",
                        "templates/404.ftl",
                        "templates/base.ftl",
                        "templates/feed.ftl",
                        "templates/post.ftl",
                        "templates/search.ftl",
                        "templates/section.ftl",
                        "templates/sitemap.ftl",
                        "templates/tags.ftl",
                        "templates/tagsindex.ftl"),
                folder);
        PeerFiles.copyAssets(folder.resolve("assets"));
    }

    @Override
    public List<String> command(Path folder, Path output) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                classPath,
                "org.jbake.launcher.Main",
                "-b",
                folder.toString(),
                output.toString());
    }
}
