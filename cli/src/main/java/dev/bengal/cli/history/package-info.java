/**
 * Where a history lies, what of it a command asks for, and what is checked out beside it: revisions, commits and builds by name, the
 * metrics that are followed.
 */
@NullMarked
package dev.bengal.cli.history;

import org.jspecify.annotations.NullMarked;
