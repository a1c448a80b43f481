/** How well changes are found and builds are judged: labelled series, made and read, and the scores over them. */
@NullMarked
package dev.bengal.benchmarks.changepoints;

import org.jspecify.annotations.NullMarked;
