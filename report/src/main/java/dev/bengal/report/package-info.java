@NullMarked
package dev.bengal.report;

import org.jspecify.annotations.NullMarked;
