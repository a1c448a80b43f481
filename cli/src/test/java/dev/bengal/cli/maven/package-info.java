@NullMarked
package dev.bengal.cli.maven;

import org.jspecify.annotations.NullMarked;
