@NullMarked
package dev.bengal.maven;

import org.jspecify.annotations.NullMarked;
