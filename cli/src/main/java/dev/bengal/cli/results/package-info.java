/** Other tools' results on their way into a history. */
@NullMarked
package dev.bengal.cli.results;

import org.jspecify.annotations.NullMarked;
