package dev.bengal.site.content;

import dev.bengal.site.PageFault;
import dev.bengal.site.output.FileStamp;
import java.util.List;
import java.util.Map;

/**
 * What lies in a content folder, each list sorted; the files relative to the folder, with {@code /}.
 *
 * @param pages Markdown that may be published
 * @param attachments all else, copied as it is
 * @param stamps of the pages and the attachments
 */
public record ContentFiles(
        List<String> pages,
        List<String> attachments,
        Map<String, FileStamp> stamps,
        List<PageFault> faults,
        List<String> warnings) {}
