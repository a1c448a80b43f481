/**
 * What the files of a site say about it.
 *
 * <p>{@link dev.bengal.site.config.Configuration} layers {@code bengal.toml}, {@code config/_default} and one environment
 * over the defaults, and remembers for every value where it came from.
 */
@NullMarked
package dev.bengal.site.config;

import org.jspecify.annotations.NullMarked;
