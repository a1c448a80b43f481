/** The files of {@code data/}, as templates see them. */
@NullMarked
package dev.bengal.site.data;

import org.jspecify.annotations.NullMarked;
