/** Options that several commands share, and what their words are turned into. */
@NullMarked
package dev.bengal.cli.option;

import org.jspecify.annotations.NullMarked;
