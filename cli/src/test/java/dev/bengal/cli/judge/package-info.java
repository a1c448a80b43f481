@NullMarked
package dev.bengal.cli.judge;

import org.jspecify.annotations.NullMarked;
