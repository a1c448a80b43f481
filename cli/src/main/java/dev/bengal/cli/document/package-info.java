/** Documents with marked blocks, and the figures that belong into them. */
@NullMarked
package dev.bengal.cli.document;

import org.jspecify.annotations.NullMarked;
