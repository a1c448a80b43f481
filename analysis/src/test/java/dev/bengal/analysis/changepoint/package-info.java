@NullMarked
package dev.bengal.analysis.changepoint;

import org.jspecify.annotations.NullMarked;
