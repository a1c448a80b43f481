/**
 * Pictures, films and sounds: {@code figure}, {@code video} and {@code audio} from the files of the site, and links to what lies
 * elsewhere.
 */
@NullMarked
package dev.bengal.site.markdown.media;

import org.jspecify.annotations.NullMarked;
