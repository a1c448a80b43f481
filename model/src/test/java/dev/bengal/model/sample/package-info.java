/** Builds for the tests of every module. */
@NullMarked
package dev.bengal.model.sample;

import org.jspecify.annotations.NullMarked;
