/** What a shared history costs, on a server that the benchmark starts. */
@NullMarked
package dev.bengal.benchmarks.postgres;

import org.jspecify.annotations.NullMarked;
