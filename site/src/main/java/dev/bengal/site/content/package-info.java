/**
 * From files to pages.
 *
 * <p>{@link dev.bengal.site.content.Discovery} walks {@code content/}, reads each front matter into a
 * {@link dev.bengal.site.content.Page} and arranges the pages as a tree of {@link dev.bengal.site.content.Node nodes}. The
 * text of a page stays on disk until it is rendered.
 */
@NullMarked
package dev.bengal.site.content;

import org.jspecify.annotations.NullMarked;
