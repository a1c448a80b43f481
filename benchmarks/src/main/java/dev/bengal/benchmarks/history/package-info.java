/** How fast a long history answers: made-up histories of up to a million builds, and the commands that ask them. */
@NullMarked
package dev.bengal.benchmarks.history;

import org.jspecify.annotations.NullMarked;
