/**
 * Which commit made the difference: {@link dev.bengal.analysis.bisect.BisectSearch} says where to look next,
 * {@link dev.bengal.analysis.bisect.TwoLevels} to which side a commit belongs.
 */
@NullMarked
package dev.bengal.analysis.bisect;

import org.jspecify.annotations.NullMarked;
