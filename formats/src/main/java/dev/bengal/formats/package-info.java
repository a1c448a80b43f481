/** What reading and writing have in common: how a benchmark of another tool is called here, and what goes wrong. */
@NullMarked
package dev.bengal.formats;

import org.jspecify.annotations.NullMarked;
