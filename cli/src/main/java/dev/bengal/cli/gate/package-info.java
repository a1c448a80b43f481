/** The project's limits and budgets, and the builds that are held against them. */
@NullMarked
package dev.bengal.cli.gate;

import org.jspecify.annotations.NullMarked;
