/**
 * From Markdown to HTML.
 *
 * <p>{@link dev.bengal.site.markdown.MarkdownRenderer} is CommonMark with tables, strikethrough and task lists, and with what
 * sites of this kind add. Each addition parses into a node of its own; one pass over the tree, {@code TreePass}, then resolves
 * links, names headings and collects the table of contents, and {@code ExtraNodes} writes what CommonMark does not know.
 *
 * <p>What an addition is lies in a room of its own below this package: {@code link}, {@code role} and {@code formula} are in
 * sentences; {@code directive} is the grammar of directives, and {@code box}, {@code navigation}, {@code media}, {@code include},
 * {@code code}, {@code table} and {@code glossary} are the directives by what they show; {@code tree} is below all of them. Only
 * the classes here know every room, and no room knows them.
 */
@NullMarked
package dev.bengal.site.markdown;

import org.jspecify.annotations.NullMarked;
