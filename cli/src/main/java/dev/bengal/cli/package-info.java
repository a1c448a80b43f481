/**
 * The command {@code bengal}: one class a verb, shared options as mixins. The only place that wires the other modules
 * together, prints, exits and reads its own environment variables.
 */
@NullMarked
package dev.bengal.cli;

import org.jspecify.annotations.NullMarked;
