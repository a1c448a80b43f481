@NullMarked
package dev.bengal.cli.terminal;

import org.jspecify.annotations.NullMarked;
