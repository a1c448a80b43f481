/** How results of other tools are read. */
@NullMarked
package dev.bengal.formats.reading;

import org.jspecify.annotations.NullMarked;
