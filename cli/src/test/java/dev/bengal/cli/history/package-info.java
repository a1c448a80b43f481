@NullMarked
package dev.bengal.cli.history;

import org.jspecify.annotations.NullMarked;
