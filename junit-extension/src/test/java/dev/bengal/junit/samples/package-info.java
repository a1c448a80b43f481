/** Tests that are run by tests; some of them fail on purpose. */
@NullMarked
package dev.bengal.junit.samples;

import org.jspecify.annotations.NullMarked;
