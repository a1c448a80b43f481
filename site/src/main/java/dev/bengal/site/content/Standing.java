package dev.bengal.site.content;

import dev.bengal.site.Publication;
import java.time.OffsetDateTime;

/** What becomes of a page. */
enum Standing {
    PUBLISHED,
    DRAFT,
    FUTURE;

    static Standing of(FrontMatter front, Publication publication) throws PageException {
        if (front.flag("draft") && !publication.drafts()) {
            return DRAFT;
        }
        OffsetDateTime date = PageReader.date(front);
        return date != null && publication.isTooEarlyFor(date) ? FUTURE : PUBLISHED;
    }
}
