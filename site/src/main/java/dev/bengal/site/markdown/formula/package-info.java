/**
 * Formulas between dollars, in a sentence and on lines of their own. How one is written for the browser is in
 * {@link dev.bengal.site.math}.
 */
@NullMarked
package dev.bengal.site.markdown.formula;

import org.jspecify.annotations.NullMarked;
