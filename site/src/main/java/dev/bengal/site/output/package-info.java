/**
 * From documents to files.
 *
 * <p>{@link dev.bengal.site.output.OutputFolder} is the only class that writes to the result. The others make what a site has
 * besides its pages: site map, feed, search index, redirects.
 */
@NullMarked
package dev.bengal.site.output;

import org.jspecify.annotations.NullMarked;
