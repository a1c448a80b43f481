/** Looks for files that harm the reader. */
@NullMarked
package dev.bengal.formats.fuzz;

import org.jspecify.annotations.NullMarked;
