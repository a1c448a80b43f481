/** What the dashboard is answered from, kept until the history grows. */
@NullMarked
package dev.bengal.cli.served;

import org.jspecify.annotations.NullMarked;
