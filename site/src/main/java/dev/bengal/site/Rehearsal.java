package dev.bengal.site;

import dev.bengal.site.config.Configuration;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.markdown.MarkdownRenderer;
import dev.bengal.site.markdown.MarkupSettings;
import dev.bengal.site.theme.Templates;
import dev.bengal.site.yaml.YamlFault;
import dev.bengal.site.yaml.YamlMapping;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Does once, for nobody, what a build does for each page: most of a small build is code that runs for the first time. To be
 * run before a build is measured, beside what has to come before it.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Whether it is worth its while: a build that follows another one into the same cache mostly renders next to nothing.
     *
     * @param root the folder of the site
     */
    public static boolean isOfUse(Path root, boolean full) {
        return full || Files.notExists(root.resolve(".bengal-cache"));
    }

    /** Reads front matter, renders a text, makes templates ready. Nothing is read of the site, and nothing is left behind. */
    public static void run(Path root) {
        Configuration defaults = Configuration.defaults(root);
        new MarkdownRenderer(new SiteLinks(defaults.baseUrl()), MarkupSettings.of(defaults)).rehearse();
        Templates.rehearse();
        try {
            YamlMapping.parse("title: A page\ntags: [one, two]\n");
        } catch (YamlFault e) {
            throw new IllegalStateException("this is YAML", e);
        }
    }
}
