/** Builds in the formats of other tools: one class a format, each with what it cannot carry in its first sentence. */
@NullMarked
package dev.bengal.formats.writing;

import org.jspecify.annotations.NullMarked;
