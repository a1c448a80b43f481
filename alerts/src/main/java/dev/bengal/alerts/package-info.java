/**
 * Tells the world what got worse: an {@link Alert} goes to each {@link Receiver} once, whoever finds it first. What was told stands in
 * the history, and {@link AlertDesk} decides by it.
 */
@NullMarked
package dev.bengal.alerts;

import org.jspecify.annotations.NullMarked;
