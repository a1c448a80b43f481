@NullMarked
package dev.bengal.site;

import org.jspecify.annotations.NullMarked;
