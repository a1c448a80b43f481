package dev.bengal.site.content;

import dev.bengal.site.PageFault;
import java.util.List;

/**
 * What lies in a content folder, each list sorted; the files relative to the folder, with {@code /}.
 *
 * @param pages Markdown that may be published
 * @param attachments all else, copied as it is
 */
record ContentFiles(List<String> pages, List<String> attachments, List<PageFault> faults, List<String> warnings) {}
