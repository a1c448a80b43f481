/**
 * Tells the parts of code in fences apart, so that a theme can colour them.
 *
 * <p>{@link dev.bengal.site.highlight.Highlighter} knows languages by the names that people write behind a fence. Each is a
 * scanner that goes over the text once, from the left, with tables of words and no regular expressions: its time is linear in
 * the text, whatever that is. It knows no grammar, and what it cannot tell it leaves plain.
 */
@NullMarked
package dev.bengal.site.highlight;

import org.jspecify.annotations.NullMarked;
