@NullMarked
package dev.bengal.analysis.trial;

import org.jspecify.annotations.NullMarked;
