/** Notices that the sources of a site changed, while it is looked at and written. */
@NullMarked
package dev.bengal.site.watch;

import org.jspecify.annotations.NullMarked;
