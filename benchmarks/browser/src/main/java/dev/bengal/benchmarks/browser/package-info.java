/** How fast the dashboard is, in a browser and by its API. */
@NullMarked
package dev.bengal.benchmarks.browser;

import org.jspecify.annotations.NullMarked;
