package dev.bengal.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.SiteFixture;
import java.nio.file.Path;
import java.util.List;

/** A site of one page, {@code docs/page.md}, and what its text becomes. */
public final class RenderedProse {
    private static final String PROSE = "<div class=\"prose\">\n";

    private final SiteFixture site;

    public RenderedProse(Path folder) {
        site = new SiteFixture(folder);
    }

    public SiteFixture site() {
        return site;
    }

    /** The HTML of a text that nothing is remarked on. */
    public String of(String... lines) {
        assertThat(warnings(lines)).isEmpty();
        return now();
    }

    /** What is remarked on a text. */
    public List<String> warnings(String... lines) {
        return site.put("content/docs/page.md", lines).build().warnings();
    }

    /** The HTML of the last build. */
    public String now() {
        String page = site.page("docs/page/index.html");
        String prose = page.substring(page.indexOf(PROSE) + PROSE.length(), page.indexOf("</article>"));
        return prose.substring(0, prose.lastIndexOf("</div>")).strip();
    }
}
