@NullMarked
package dev.bengal.cli.served;

import org.jspecify.annotations.NullMarked;
