/**
 * Links: as they are written, as {@code [[target|label]]}, and where on the site or elsewhere each of them leads. An address that
 * would run a script leads nowhere.
 */
@NullMarked
package dev.bengal.site.markdown.link;

import org.jspecify.annotations.NullMarked;
