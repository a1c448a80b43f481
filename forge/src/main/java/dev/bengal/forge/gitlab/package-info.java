/** GitLab, wherever it runs. */
@NullMarked
package dev.bengal.forge.gitlab;

import org.jspecify.annotations.NullMarked;
