/** What was told to whom, and what waits to be. */
@NullMarked
package dev.bengal.report.alert;

import org.jspecify.annotations.NullMarked;
