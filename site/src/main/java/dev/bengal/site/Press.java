package dev.bengal.site;

import dev.bengal.site.content.Answers;
import dev.bengal.site.content.SiteContent;
import dev.bengal.site.incremental.SiteMemory;
import dev.bengal.site.markdown.MarkdownRenderer;
import dev.bengal.site.output.OutputFolder;
import dev.bengal.site.theme.PageModel;
import dev.bengal.site.theme.Templates;
import dev.bengal.site.work.Lazy;

/**
 * What all threads need to make documents.
 *
 * @param checksum of what every document depends on: configuration, templates, assets, data
 * @param arrangement the checksum of all that models are made of
 * @param arrangedAsBefore whether that is what it was in the build before, so that all models are
 */
record Press(
        SiteContent content,
        Lazy<MarkdownRenderer> markdown,
        PageModel model,
        Templates templates,
        OutputFolder output,
        Answers answers,
        SiteMemory memory,
        long checksum,
        long arrangement,
        boolean arrangedAsBefore) {}
