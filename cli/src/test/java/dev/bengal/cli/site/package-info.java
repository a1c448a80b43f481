@NullMarked
package dev.bengal.cli.site;

import org.jspecify.annotations.NullMarked;
