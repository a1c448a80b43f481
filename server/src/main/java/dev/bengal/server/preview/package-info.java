/**
 * A site on this machine while it is written. {@link dev.bengal.server.preview.PreviewServer} serves what was built, or what went wrong, and
 * has open pages follow.
 */
@NullMarked
package dev.bengal.server.preview;

import org.jspecify.annotations.NullMarked;
