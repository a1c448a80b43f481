/**
 * Databases. {@link dev.bengal.store.sql.SqliteIndex} makes a long journal fast; it is derived from the journal, and
 * may be deleted at any time. {@link dev.bengal.store.sql.FilterSql} says in SQL which builds are wanted.
 */
@NullMarked
package dev.bengal.store.sql;

import org.jspecify.annotations.NullMarked;
