/** GitHub and GitHub Enterprise. */
@NullMarked
package dev.bengal.forge.github;

import org.jspecify.annotations.NullMarked;
