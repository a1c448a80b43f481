/** What is worse by the history, and who is to know: makes alerts and their receivers from what the project says. */
@NullMarked
package dev.bengal.cli.alert;

import org.jspecify.annotations.NullMarked;
