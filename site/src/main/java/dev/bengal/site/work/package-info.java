/** Several threads for one build: {@link dev.bengal.site.work.Workers} shares out pieces of work. */
@NullMarked
package dev.bengal.site.work;

import org.jspecify.annotations.NullMarked;
