@NullMarked
package dev.bengal.store;

import org.jspecify.annotations.NullMarked;
