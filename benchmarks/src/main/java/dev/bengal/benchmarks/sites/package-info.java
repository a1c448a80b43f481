/** Bengal beside other site generators, on the same content with a theme of equal features. */
@NullMarked
package dev.bengal.benchmarks.sites;

import org.jspecify.annotations.NullMarked;
