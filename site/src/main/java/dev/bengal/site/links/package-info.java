/** Where the links of a built site lead, and which of them nowhere. */
@NullMarked
package dev.bengal.site.links;

import org.jspecify.annotations.NullMarked;
