@NullMarked
package dev.bengal.analysis.bisect;

import org.jspecify.annotations.NullMarked;
