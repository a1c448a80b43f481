@NullMarked
package dev.bengal.analysis.statistics;

import org.jspecify.annotations.NullMarked;
