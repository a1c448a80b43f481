/**
 * What every kind of Markdown stands on: the words and the children of a node, the attributes of an element, and what the author
 * is told. It knows none of the other rooms.
 */
@NullMarked
package dev.bengal.site.markdown.tree;

import org.jspecify.annotations.NullMarked;
