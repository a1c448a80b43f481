@NullMarked
package dev.bengal.cli;

import org.jspecify.annotations.NullMarked;
