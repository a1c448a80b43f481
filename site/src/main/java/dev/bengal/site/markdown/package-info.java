/**
 * From Markdown to HTML.
 *
 * <p>{@link dev.bengal.site.markdown.MarkdownRenderer} is CommonMark with tables, strikethrough and task lists, and with what
 * sites of this kind add: directives, wikilinks, icons and heading ids. Each addition parses into a node of its own; one
 * pass over the tree then resolves links, names headings and collects the table of contents.
 */
@NullMarked
package dev.bengal.site.markdown;

import org.jspecify.annotations.NullMarked;
