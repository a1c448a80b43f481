/** The launcher runs the classes of {@code samples}; Surefire does not see them. */
@NullMarked
package dev.bengal.junit;

import org.jspecify.annotations.NullMarked;
