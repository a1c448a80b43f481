@NullMarked
package dev.bengal.analysis;

import org.jspecify.annotations.NullMarked;
