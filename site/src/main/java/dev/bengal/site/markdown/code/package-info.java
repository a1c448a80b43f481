/**
 * Code: fences with a title, marked lines and colours, the same as tabs, and files that are shown as they are. Which part of a
 * language is what is known to {@link dev.bengal.site.highlight}.
 */
@NullMarked
package dev.bengal.site.markdown.code;

import org.jspecify.annotations.NullMarked;
