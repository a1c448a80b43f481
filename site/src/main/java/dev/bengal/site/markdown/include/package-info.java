/**
 * What a text takes from other files of the site: where these may lie, which of their lines are meant, and how an {@code include}
 * becomes a part of the tree.
 */
@NullMarked
package dev.bengal.site.markdown.include;

import org.jspecify.annotations.NullMarked;
