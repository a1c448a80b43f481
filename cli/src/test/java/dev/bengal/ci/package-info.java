/** What brings builds into CI: workflows, actions, scripts. */
@NullMarked
package dev.bengal.ci;

import org.jspecify.annotations.NullMarked;
