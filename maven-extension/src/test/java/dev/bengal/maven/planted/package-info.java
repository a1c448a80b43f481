/** Classes that break the rules, so that no rule can go blind unnoticed. */
@NullMarked
package dev.bengal.maven.planted;

import org.jspecify.annotations.NullMarked;
