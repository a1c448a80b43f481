package dev.bengal.site;

import dev.bengal.site.content.SiteContent;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.output.ListedPage;
import dev.bengal.site.output.OutputFolder;
import dev.bengal.site.theme.PageModel;
import java.util.List;

/**
 * What rendering leaves for postprocess.
 *
 * @param listed pages that were written and are not hidden, in reading order
 * @param pages written from content
 * @param generated documents that no file stands for
 * @param assets all other files
 */
record RenderedSite(
        SiteContent content,
        OutputFolder output,
        SiteLinks links,
        PageWriter writer,
        PageModel model,
        List<ListedPage> listed,
        long pages,
        long generated,
        long assets) {}
