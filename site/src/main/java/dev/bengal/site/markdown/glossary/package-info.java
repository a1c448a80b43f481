/** The words that a site explains, read from a file of data and shown by {@code glossary}. */
@NullMarked
package dev.bengal.site.markdown.glossary;

import org.jspecify.annotations.NullMarked;
