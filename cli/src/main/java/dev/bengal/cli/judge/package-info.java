/**
 * What turns stored builds into a judged report: asks the store, has the analysis judge, puts the report together. It knows no command
 * line, so that whatever else answers the same question says the same.
 */
@NullMarked
package dev.bengal.cli.judge;

import org.jspecify.annotations.NullMarked;
