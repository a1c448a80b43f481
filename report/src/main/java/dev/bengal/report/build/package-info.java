/** What one build was: its line, its details, phases, goals, allocators, waterfall and flame graph. {@link dev.bengal.report.build.BuildReport} is what all of them draw, so that no two pictures disagree. */
@NullMarked
package dev.bengal.report.build;

import org.jspecify.annotations.NullMarked;
