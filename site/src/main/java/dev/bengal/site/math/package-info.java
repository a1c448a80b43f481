/** Formulas in the language of TeX, made into MathML while the site is built: what browsers draw without a script. */
@NullMarked
package dev.bengal.site.math;

import org.jspecify.annotations.NullMarked;
