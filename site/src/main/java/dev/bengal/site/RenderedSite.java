package dev.bengal.site;

import dev.bengal.site.content.DatedLists;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.output.ListedPage;
import java.util.List;

/**
 * What rendering leaves for postprocess.
 *
 * @param listed pages that are there and not hidden, in reading order
 * @param dated lists that have a feed
 * @param pages from content
 * @param generated documents that no file stands for
 * @param assets all other files
 * @param anew documents that this build made
 */
record RenderedSite(
        Press press,
        PressRun run,
        SiteLinks links,
        List<ListedPage> listed,
        DatedLists dated,
        long pages,
        long generated,
        long assets,
        long anew) {}
