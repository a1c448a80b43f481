/**
 * Directives that are a box or arrange boxes: notes, cards, steps, tabs, dropdowns, checklists, and small ones of a line. Another one
 * gets its name in {@link dev.bengal.site.markdown.box.BoxRenderers}.
 */
@NullMarked
package dev.bengal.site.markdown.box;

import org.jspecify.annotations.NullMarked;
