/** What single calls cost, measured by JMH. */
@NullMarked
package dev.bengal.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
