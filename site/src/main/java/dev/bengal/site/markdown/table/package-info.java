/** Tables: those of a list in the text, those of a file of data, and the box in which each can be scrolled. */
@NullMarked
package dev.bengal.site.markdown.table;

import org.jspecify.annotations.NullMarked;
