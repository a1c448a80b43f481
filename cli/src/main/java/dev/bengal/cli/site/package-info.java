/** What the commands share that build a site, and the preview that is built again at each save. */
@NullMarked
package dev.bengal.cli.site;

import org.jspecify.annotations.NullMarked;
