/**
 * What a command says things with: its streams, as wide and as plain as the terminal is, a line or a bar of progress, and the
 * failure that ends it with a sentence.
 */
@NullMarked
package dev.bengal.cli.terminal;

import org.jspecify.annotations.NullMarked;
