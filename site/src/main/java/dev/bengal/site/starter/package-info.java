/** The site that a writer begins with. */
@NullMarked
package dev.bengal.site.starter;

import org.jspecify.annotations.NullMarked;
