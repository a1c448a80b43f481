/**
 * From pages to documents.
 *
 * <p>{@link dev.bengal.site.theme.Templates} are the built-in ones, covered by those of the site;
 * {@link dev.bengal.site.theme.PageModel} is what they see: texts, lists and maps, no object of this program.
 * {@link dev.bengal.site.theme.Assets} are the style sheet, the script, and what the site adds.
 */
@NullMarked
package dev.bengal.site.theme;

import org.jspecify.annotations.NullMarked;
