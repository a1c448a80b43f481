/** Tests of the dashboard. */
@NullMarked
package dev.bengal.server;

import org.jspecify.annotations.NullMarked;
